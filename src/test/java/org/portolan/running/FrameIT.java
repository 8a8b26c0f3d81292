package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portolan.platform.i18n.Language;

/** What every answer owes: language, headers, errors that help. */
class FrameIT {
  private static PackagedApplication application;
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void start() {
    application = PackagedApplication.shared();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theFirstPageSpeaksEachLanguage(Language language) throws Exception {
    HttpResponse<String> page = get("/?lang=" + language.code());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("lang=\"" + language.code() + "\"")
        .contains("dir=\"" + language.direction() + "\"");
    assertThat(page.headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith("lang=" + language.code()))
        .noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en'-alert(1)-'", "xx", "%3Cscript%3E", ""})
  void anUnknownLanguageIsIgnored(String value) throws Exception {
    HttpResponse<String> page = get("/?lang=" + value);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("lang=\"en\"").doesNotContain("alert(1)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/nowhere", "/home/home.xhtml", "/WEB-INF/web.xml", "/catalog/a/b/c", "/error"})
  void anUnknownAddressSaysSoAndShowsAWayOut(String path) throws Exception {
    HttpResponse<String> page = get(path);
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("<h1>There is no such page</h1>").contains("href=\"/\"");
    assertThat(page.body()).doesNotContainIgnoringCase("payara");
  }

  @Test
  void aQueryInAnyScriptIsReadAsItWasWritten() throws Exception {
    HttpResponse<String> page = get("/search?q=valeur+en+d%C3%A9tail+%D8%A3%D8%B4%D9%87%D8%B1");
    assertThat(page.body()).contains("valeur en détail أشهر");
  }

  @Test
  void everyAnswerCarriesItsHeaders() throws Exception {
    HttpResponse<String> page = get("/");
    assertThat(page.headers().allValues("Content-Security-Policy"))
        .isNotEmpty()
        .allMatch(policy -> policy.startsWith("default-src 'none'"))
        .noneMatch(policy -> policy.contains("unsafe"));
    assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
    assertThat(page.headers().firstValue("Server")).isEmpty();
    assertThat(page.headers().firstValue("X-Powered-By")).isEmpty();
  }

  @Test
  void aWriteFromAnotherSiteIsRefused() throws Exception {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(application.url("/sign-out")))
                .header("Origin", "https://elsewhere.example")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(application.url(path))).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
