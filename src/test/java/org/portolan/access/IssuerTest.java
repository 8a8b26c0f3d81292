package org.portolan.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerTest {
  private static final String PUBLIC = "https://learn.example";

  @Test
  void aProviderIsReachedOverTls() {
    assertThat(Issuer.of("https://login.example/realms/a", PUBLIC)).isPresent();
    assertThat(Issuer.of("http://127.0.0.1:8081", "http://127.0.0.1:8080")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://login.example",
        "http://127.0.0.1:8081",
        "http://localhost",
        "file:///etc/passwd",
        "https://user@login.example",
        "https://login.example?x=1",
        "https://login.example#x",
        "login.example",
        "https://",
        ""
      })
  void nothingElseIsAskedByAPublicInstallation(String address) {
    assertThat(Issuer.of(address, PUBLIC)).isEmpty();
  }

  @Test
  void whatAProviderNamesIsAtTheProvider() {
    Issuer issuer = Issuer.of("https://login.example/realms/a", PUBLIC).orElseThrow();
    assertThat(issuer.discovery())
        .hasToString("https://login.example/realms/a/.well-known/openid-configuration");
    assertThat(issuer.own("https://login.example/keys")).isPresent();
    assertThat(issuer.own("https://169.254.169.254/keys")).isEmpty();
    assertThat(issuer.own("http://login.example/keys")).isEmpty();
    assertThat(issuer.own("https://login.example:444/keys")).isEmpty();
    assertThat(issuer.own("https://login.example@evil.example/keys")).isEmpty();
    assertThat(issuer.own("/keys")).isEmpty();
  }
}
