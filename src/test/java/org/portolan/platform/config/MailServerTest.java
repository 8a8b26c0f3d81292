package org.portolan.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.portolan.platform.config.MailServer.Encryption;

class MailServerTest {

  @Test
  void aPasswordIsOnlySentOverAnEncryptedLineUnlessSomebodyAsksForIt() {
    assertThat(server("smtp://mail.example").encryption()).isEqualTo(Encryption.OFFERED);
    assertThat(server("smtp://user:word@mail.example").encryption()).isEqualTo(Encryption.STARTTLS);
    assertThat(server("smtps://user:word@mail.example").encryption()).isEqualTo(Encryption.TLS);
    assertThat(server("smtp://user:word@mail.example?starttls=never").encryption())
        .isEqualTo(Encryption.NONE);
  }

  @Test
  void encodedSignsInUserAndPasswordAreRead() {
    MailServer server = server("smtps://port%40lan:p%3Aa+ss:word@mail.example");
    assertThat(server.user()).isEqualTo("port@lan");
    assertThat(server.password()).isEqualTo("p:a+ss:word");
    assertThat(server.port()).isEqualTo(465);
  }

  @Test
  void itsNameInALogHoldsNoPassword() {
    assertThat(server("smtps://user:hush@mail.example")).hasToString("smtps://mail.example:465");
  }

  private static MailServer server(String url) {
    return MailServer.sending(url).orElseThrow();
  }
}
