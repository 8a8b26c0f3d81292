package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people take is counted within seconds, what robots take is not. */
class DownloadCountIT {
  private static final String CODE = "DEMO-PR-041";
  private static final String BROWSER =
      "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
  private static final String ROBOT =
      "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";

  private static PackagedApplication application;

  private final Visitor visitor = new Visitor(application);

  @BeforeAll
  static void start() {
    application = PackagedApplication.shared();
  }

  private static String paper(String code, String language) {
    return "/knowledge/" + code + ".pdf?in=" + language;
  }

  private HttpResponse<String> take(String code, String language, String agent) {
    HttpResponse<String> answer =
        visitor.send(visitor.request(paper(code, language)).header("User-Agent", agent));
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer;
  }

  private long counted() {
    return application
        .database()
        .number(
            "SELECT COALESCE(SUM(t.taken), 0) FROM download_tally t JOIN practice p"
                + " ON p.id = t.practice_id WHERE p.code = 'DEMO-PR-041'"
                + " AND t.attachment_id = 0");
  }

  @Test
  void peopleAreCountedAndRobotsAreNot() throws Exception {
    long before = counted();
    take(CODE, "en", ROBOT);
    take(CODE, "en", "curl/8.5.0");
    visitor.send(
        visitor
            .request(paper(CODE, "en"))
            .header("User-Agent", BROWSER)
            .method("HEAD", HttpRequest.BodyPublishers.noBody()));
    visitor.send(
        visitor
            .request(paper(CODE, "en"))
            .header("User-Agent", BROWSER)
            .header("Sec-Purpose", "prefetch"));
    for (int i = 0; i < 3; i++) {
      take(CODE, "en", BROWSER);
    }
    // the last, so that all others would be counted by then
    take(CODE, "fr", BROWSER);

    Instant limit = Instant.now().plusSeconds(20);
    while (counted() < before + 4 && Instant.now().isBefore(limit)) {
      Thread.sleep(200);
    }
    assertThat(counted()).isEqualTo(before + 4);
    assertThat(visitor.get("/knowledge/DEMO-PR-041?lang=en").body())
        .containsPattern("id=\"downloads\">" + (before + 4) + "<");
  }

  @Test
  void editorsTakeTheCountsAsAFile() throws Exception {
    // one of the region of the editor
    String code =
        Answers.read(visitor.get("/api/v1/practices?region=WCA&limit=1"))
            .getAsJsonArray("items")
            .get(0)
            .getAsJsonObject()
            .get("code")
            .getAsString();
    take(code, "en", BROWSER);
    Visitor editor = Visitor.signedIn(application, "editor");
    Instant limit = Instant.now().plusSeconds(20);
    HttpResponse<String> file;
    do {
      Thread.sleep(200);
      file = editor.get("/desk/downloads/file?days=7&lang=en");
    } while (!file.body().contains(code) && Instant.now().isBefore(limit));
    assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(file.body()).contains("Day", code, "The practice as PDF");
    assertThat(editor.get("/desk/downloads?days=8").statusCode()).isEqualTo(404);
    assertThat(editor.get("/desk/downloads/file?days=x").statusCode()).isEqualTo(404);
    assertThat(editor.get("/desk/downloads?sort=x").statusCode()).isEqualTo(404);
  }
}
