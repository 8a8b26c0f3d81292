package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is typed into the search is answered, to people and to programs. */
class TypedInputIT {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static PackagedApplication application;

  @BeforeAll
  static void start() throws Exception {
    application = PackagedApplication.shared();
    // the index of a new node is built while it already serves
    Instant limit = Instant.now().plusSeconds(60);
    while (get("/api/v1/search?q=customs").statusCode() == 503 && Instant.now().isBefore(limit)) {
      Thread.sleep(100);
    }
  }

  static Stream<String> typed() {
    return Stream.of(
        new String(IntStream.range(0x4e00, 0x4e00 + 300).toArray(), 0, 300),
        "x".repeat(5_000),
        "ﷺ".repeat(150) + "*",
        "\"never closed",
        "\"\"",
        "title:[a TO b]",
        "*",
        "-",
        "😀 👩‍👩‍👧",
        "customs\u0001\u001f",
        "' OR 1=1 --",
        "<script>alert(1)</script>");
  }

  @ParameterizedTest
  @MethodSource("typed")
  void everySearchIsAnswered(String typed) throws Exception {
    String asked = URLEncoder.encode(typed, StandardCharsets.UTF_8);
    HttpResponse<String> page = get("/search?q=" + asked);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<h1").doesNotContain("<script>alert");
    assertThat(get("/api/v1/search?q=" + asked).statusCode()).isEqualTo(200);
    assertThat(get("/api/v1/suggest?q=" + asked).statusCode()).isEqualTo(200);
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(application.url(path))).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
