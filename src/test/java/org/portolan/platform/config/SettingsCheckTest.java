package org.portolan.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsCheckTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "smtp://mail.example",
        "smtp://127.0.0.1:25/",
        "smtp://[::1]:2525",
        "smtps://portolan:s3cret%21@mail.example:465",
        "smtp://mail.example:587?starttls=required"
      })
  void anAddressOfAMailServerIsOne(String url) {
    assertThat(refusal(url, "portolan@mail.example", null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mail.example",
        "mail.example:587",
        "http://mail.example",
        "smtp:mail.example",
        "smtp://",
        "smtp://mail.example:99999",
        "smtp://mail.example/inbox",
        "smtp://mail.example?starttls=perhaps",
        "imap://user:password@mail.example",
        "smtp://user:pass word@mail.example"
      })
  void anythingElseIsNone(String url) {
    assertThat(refusal(url, "portolan@mail.example", null)).contains("PORTOLAN_MAIL_URL");
  }

  @Test
  void aServerNeedsAPlainSender() {
    assertThat(refusal("smtp://mail.example", null, null)).contains("PORTOLAN_MAIL_FROM");
    assertThat(refusal("smtp://mail.example", "Portolan <p@mail.example>", null))
        .contains("PORTOLAN_MAIL_FROM");
    assertThat(refusal(null, " ", null)).isEmpty();
  }

  @Test
  void aMailboxNeedsSomebodyWhoOpensIt() {
    assertThat(refusal(null, null, "imaps://user:secret@mail.example/INBOX")).isEmpty();
    assertThat(refusal(null, null, "imaps://mail.example/INBOX")).contains("BOUNCES");
    assertThat(refusal(null, null, "smtp://user:secret@mail.example")).contains("BOUNCES");
  }

  private static String refusal(String url, String from, String bounces) {
    return SettingsCheck.mailRefusal(
            Optional.ofNullable(url), Optional.ofNullable(from), Optional.ofNullable(bounces))
        .orElse("");
  }
}
