package org.portolan.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ChannelTest {
  private static final Set<String> PROXY = Set.of("10.0.0.9");

  @Test
  void thisMachineAndTlsAreSafe() {
    assertThat(Channel.of("127.0.0.1", false, null, null, Set.of()))
        .isEqualTo(new Channel("127.0.0.1", true));
    assertThat(Channel.of("192.0.2.7", true, null, null, Set.of()).safe()).isTrue();
  }

  @Test
  void plainHttpFromElsewhereIsNot() {
    assertThat(Channel.of("192.0.2.7", false, null, null, Set.of()).safe()).isFalse();
    // a proxy on this machine that nobody named hides who is behind it
    assertThat(Channel.of("127.0.0.1", false, "192.0.2.7", "https", Set.of()).safe()).isFalse();
    assertThat(Channel.of("192.0.2.7", false, "127.0.0.1", "https", PROXY).safe()).isFalse();
  }

  @Test
  void aNamedProxyIsBelieved() {
    assertThat(Channel.of("10.0.0.9", false, "1.1.1.1, 192.0.2.7", "https", PROXY))
        .isEqualTo(new Channel("192.0.2.7", true));
    assertThat(Channel.of("10.0.0.9", false, "192.0.2.7", "http", PROXY).safe()).isFalse();
  }
}
