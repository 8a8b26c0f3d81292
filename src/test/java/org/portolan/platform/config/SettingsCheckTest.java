package org.portolan.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsCheckTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "smtp://mail.example",
        "smtp://127.0.0.1:25/",
        "smtp://[::1]:2525",
        "smtps://portolan:s3cret%21@mail.example:465"
      })
  void anAddressOfAMailServerIsOne(String url) {
    assertThat(SettingsCheck.namesMailServer(url)).isTrue();
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
        "smtp://user:pass word@mail.example"
      })
  void anythingElseIsNone(String url) {
    assertThat(SettingsCheck.namesMailServer(url)).isFalse();
  }
}
