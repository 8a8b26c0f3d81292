package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portolan.platform.i18n.Language;

/** What every answer owes: language, headers, errors that help. */
class FrameIT {
  private static final int MOST_BYTES = 60 * 1024;
  private static final int MOST_REQUESTS = 8;

  /** Pages that are for somebody, and not for everybody. */
  private static final Pattern FOR_SOMEBODY =
      Pattern.compile("/(account|apply|applications|desk|set-up|sign-in/code)(/.*)?");

  /** Whatever a browser fetches for a page: styles, scripts, icons; each once, without its part. */
  private static final Pattern PART =
      Pattern.compile("(?:<(?:link|use)[^>]* href|<(?:script|img)[^>]* src)=\"(/[^\"#]*)");

  private static PackagedApplication application;
  private static Visitor administrator;
  // as a browser speaks without TLS: the server compresses nothing for the newer protocol
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @BeforeAll
  static void start() {
    application = PackagedApplication.shared();
    administrator = Visitor.signedIn(application, "admin");
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

  /** A file of a practice, with a page of text. */
  private static long attachment() {
    TestDatabase database = PackagedApplication.shared().database();
    database.update(
        "INSERT INTO attachment (practice_id, language, title, file_name, media_type, size, stage,"
            + " reading, parts, picture_tag, picture_width, picture_height, added_at) SELECT id, 'en',"
            + " 'Frame', 'm.pdf', 'application/pdf', 1, 'shown', 'read', 1, 'frame', 160, 226,"
            + " updated_at FROM practice WHERE code = 'DEMO-PR-041'");
    long id = database.number("SELECT MAX(id) FROM attachment");
    database.update(
        "INSERT INTO attachment_part (attachment_id, number, words) VALUES ("
            + id
            + ", 1, 'Page')");
    database.update(
        "INSERT INTO attachment_picture (attachment_id, content) VALUES ("
            + id
            + ", REPEAT('x', 6144))");
    return id;
  }

  private static long collection() {
    return PackagedApplication.shared()
        .database()
        .number("SELECT MIN(id) FROM practice_collection WHERE state = 'published'");
  }

  static Stream<String> publicPages() throws IOException {
    Map<String, String> examples = new HashMap<>();
    examples.put("/catalog/{code}", "/catalog/DEMO-HS-101");
    examples.put("/competencies/profile/{code}", "/competencies/profile/risk-analyst");
    examples.put("/knowledge/{code}", "/knowledge/DEMO-PR-041");
    examples.put("/thesaurus/{code}", "/thesaurus/post-clearance-audit");
    examples.put("/knowledge/{code}/files/{id}", "/knowledge/DEMO-PR-041/files/" + attachment());
    examples.put("/knowledge/{code}/use", "/knowledge/DEMO-PR-063/use");
    examples.put("/collections/{id}", "/collections/" + collection());
    examples.put("/regions/{code}", "/regions/WCA");
    examples.put("/regions/member/{code}", "/regions/member/XS");
    examples.put("/regions/body/{code}", "/regions/body/DEMO-RTC-XS1");
    examples.put("/calendar/centre/{code}", "/calendar/centre/DEMO-RTC-XS1");
    examples.put("/check-in/{code}", "/check-in/none");
    examples.put("/calendar/signage/{centre}", "/calendar/signage/DEMO-RTC-XS1");
    examples.put(
        "/calendar/session/{id}",
        "/calendar/session/" + Answers.openSession(PackagedApplication.shared(), "none"));
    Stream<String> routed =
        Files.readAllLines(Path.of("src/main/webapp/WEB-INF/routes.txt")).stream()
            .filter(line -> line.startsWith("/"))
            .filter(line -> line.split("\\s+")[2].equals("everyone"))
            .filter(line -> line.split("\\s+")[1].endsWith(".xhtml"))
            .map(line -> line.split("\\s+")[0])
            .filter(route -> !FOR_SOMEBODY.matcher(route).matches())
            .map(route -> examples.getOrDefault(route, route));
    return Stream.concat(
        routed,
        Stream.of(
            "/calendar/centre/DEMO-RTC-XS1?view=month", "/search?q=audit", "/catalog?page=2"));
  }

  @ParameterizedTest
  @MethodSource("publicPages")
  void everyPublicPageSpeaksEveryLanguageAndIsLight(String path) throws Exception {
    for (Language language : Language.values()) {
      HttpResponse<byte[]> answer =
          weighed(path + (path.contains("?") ? "&" : "?") + "lang=" + language.code());
      assertThat(answer.statusCode()).as("%s in %s", path, language).isEqualTo(200);
      String page = unpacked(answer);
      assertThat(page)
          .containsPattern(
              "<html[^>]* lang=\"%s\" dir=\"%s\"".formatted(language.code(), language.direction()))
          .contains("</html>");
      Set<String> parts = new TreeSet<>();
      Matcher part = PART.matcher(page);
      while (part.find()) {
        parts.add(part.group(1));
      }
      assertThat(parts)
          .as("%s: what the page is made of", path)
          .hasSizeBetween(3, MOST_REQUESTS - 1);
      long weight = answer.body().length;
      for (String address : parts) {
        HttpResponse<byte[]> resource = weighed(address);
        assertThat(resource.statusCode()).as(address).isEqualTo(200);
        weight += resource.body().length;
      }
      assertThat(weight).as("%s in %s, in bytes", path, language).isLessThanOrEqualTo(MOST_BYTES);
    }
  }

  /** Each kind of answer: of a reader, of a desk, of a program, of a file, of a failure. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/catalog",
        "/search?q=audit",
        "/sign-in",
        "/sign-in/code",
        "/sign-in/back",
        "/sign-in/with?provider=0",
        "/account",
        "/account/security",
        "/account/confirm",
        "/desk/sign-in-providers",
        "/desk/practices",
        "/desk/practices/new",
        "/desk/centre/session",
        "/api/v1/courses",
        "/api/v1/courses/NONE",
        "/api/v1/nowhere",
        "/calendar/centre/DEMO-RTC-XS1.ics",
        "/resources/portolan/portolan.css",
        "/resources/portolan/sprite.svg",
        "/resources/portolan/suggest.js?v=1",
        "/health/live",
        "/health",
        "/openapi",
        "/nowhere",
        "/catalog/NONE",
        "/catalog/"
      })
  void everyAnswerCarriesItsHeaders(String path) {
    assertProtected(administrator.get(path));
  }

  @Test
  void anAnswerWrittenBeforeThePagesCarriesItsHeadersToo() {
    Visitor visitor = new Visitor(application);
    assertProtected(
        visitor.send(visitor.request("/api/v1/ping").header("Authorization", "Bearer wrong")));
    assertProtected(visitor.post("/apply/1", Map.of("motivation", "too late")));
    assertProtected(
        visitor.send(visitor.request("/").header("Origin", "https://elsewhere.example")));
  }

  private static void assertProtected(HttpResponse<String> answer) {
    assertThat(answer.headers().allValues("Content-Security-Policy"))
        .isNotEmpty()
        .allMatch(policy -> policy.startsWith("default-src 'none'"))
        .allMatch(policy -> policy.contains("frame-ancestors 'none'"))
        .allMatch(policy -> policy.contains("script-src 'self'"))
        .noneMatch(policy -> policy.contains("unsafe"));
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
    assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/health",
        "/health/",
        "/health/started",
        "/health/live/more",
        "/metrics",
        "/metrics/base"
      })
  void whatTheServerSaysOfItselfIsHidden(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body())
        .doesNotContain("\"UP\"", "base_", "jvm")
        .doesNotContainIgnoringCase("payara");
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

  private HttpResponse<byte[]> weighed(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(application.url(path)))
            .header("Accept-Encoding", "gzip")
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String unpacked(HttpResponse<byte[]> answer) throws IOException {
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    try (var page = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
