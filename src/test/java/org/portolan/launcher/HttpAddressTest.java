package org.portolan.launcher;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class HttpAddressTest {
  @Test
  void anUnknownHostIsNotATakenPort() {
    assertThatThrownBy(new HttpAddress("nowhere.invalid", 8080)::probe)
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("PORTOLAN_BIND")
        .hasMessageContaining("nowhere.invalid")
        .message()
        .doesNotContain("taken");
  }

  @Test
  void anAddressOfAnotherMachineIsNotATakenPort() {
    // of the block that is kept for documentation
    assertThatThrownBy(new HttpAddress("192.0.2.1", 8080)::probe)
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("PORTOLAN_BIND")
        .message()
        .doesNotContain("taken");
  }

  @Test
  void aTakenPortIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThatThrownBy(new HttpAddress("127.0.0.1", port)::probe)
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining("Port " + port + " on 127.0.0.1 is taken");
    }
  }
}
