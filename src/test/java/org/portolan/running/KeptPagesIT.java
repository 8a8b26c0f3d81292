package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Reader pages that visitors get from memory, and people who have signed in never. */
class KeptPagesIT {
  private static final PackagedApplication NODE = PackagedApplication.shared();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  @Test
  void whoStillHasThePageIsNotSentItAgain() throws Exception {
    HttpResponse<byte[]> first = get("/catalog?level=expert");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    // written anew by now, and still the same
    Thread.sleep(2_500);

    HttpResponse<byte[]> again = get("/catalog?level=expert", "If-None-Match", tag);

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.headers().firstValue("Content-Security-Policy")).isPresent();
  }

  @Test
  void packedOrNotItIsTheSamePage() throws Exception {
    HttpResponse<byte[]> plain = get("/calendar");
    HttpResponse<byte[]> packed = get("/calendar", "Accept-Encoding", "gzip");

    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
        .isEqualTo(plain.body());
  }

  @Test
  void aFeedIsTheSamePackedOrNotAndNotSentAgain() throws Exception {
    String address = "/calendar/centre/DEMO-RTC-XN1.ics";
    HttpResponse<byte[]> plain = get(address);
    HttpResponse<byte[]> packed = get(address, "Accept-Encoding", "gzip");

    assertThat(text(plain)).startsWith("BEGIN:VCALENDAR").endsWith("END:VCALENDAR\r\n");
    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(packed.headers().allValues("Content-Encoding")).containsExactly("gzip");
    assertThat(packed.headers().allValues("Vary")).anyMatch(vary -> vary.contains("Encoding"));
    assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
        .isEqualTo(plain.body());
    String tag = packed.headers().firstValue("ETag").orElseThrow();
    assertThat(get(address, "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  @Test
  void eachLanguageHasItsOwn() throws Exception {
    assertThat(text(get("/regions", "Accept-Language", "ar"))).contains("dir=\"rtl\"");
    assertThat(text(get("/regions", "Accept-Language", "fr"))).contains("lang=\"fr\"");
    assertThat(text(get("/regions", "Cookie", "lang=ru"))).contains("lang=\"ru\"");
  }

  @Test
  void nobodySeesThePageOfSomebodyWhoHasSignedIn() throws Exception {
    String cookie = signIn();

    HttpResponse<byte[]> own = get("/knowledge", "Cookie", cookie);
    HttpResponse<byte[]> visitors = get("/knowledge");

    assertThat(text(own)).contains("action=\"/sign-out\"");
    assertThat(own.headers().firstValue("ETag")).isEmpty();
    assertThat(text(visitors)).doesNotContain("/sign-out").contains("href=\"/sign-in\"");
  }

  @Test
  void whatIsNotThereIsNotKept() throws Exception {
    HttpResponse<byte[]> missing = get("/catalog/NOT-THERE");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.headers().firstValue("ETag")).isEmpty();
    assertThat(get("/catalog/NOT-THERE").statusCode()).isEqualTo(404);
  }

  private String signIn() throws IOException, InterruptedException {
    HttpResponse<Void> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(NODE.url("/sign-in")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "signin=signin&jakarta.faces.ViewState=stateless&go=go"
                            + "&email=trainee%40demo.portolan.example&password="
                            + PackagedApplication.PASSWORD))
                .build(),
            HttpResponse.BodyHandlers.discarding());
    assertThat(answer.statusCode()).isEqualTo(302);
    return PackagedApplication.signInCookie(answer);
  }

  private HttpResponse<byte[]> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(NODE.url(path)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
