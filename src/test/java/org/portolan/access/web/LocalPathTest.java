package org.portolan.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LocalPathTest {

  @Test
  void pagesOfThisSiteAreKept() {
    for (String path :
        new String[] {"/", "/account", "/calendar/session/DEMO-1?lang=fr", "/signs", "/apidoc"}) {
      assertThat(LocalPath.of(path)).isEqualTo(path);
    }
  }

  @Test
  void everythingElseLeadsHome() {
    for (String path :
        new String[] {
          null,
          "",
          "account",
          "https://example.org/",
          "//example.org",
          "/\\example.org",
          "/a\\b",
          "/a\r\nSet-Cookie: x",
          "/\t/example.org",
          "javascript:alert(1)",
          "/sign-in",
          "/sign-in?to=/sign-in",
          "/sign-out",
          "/set-up?token=x",
          "/api/v1/ping"
        }) {
      assertThat(LocalPath.of(path)).isEqualTo("/");
    }
  }
}
