package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.portolan.platform.reading.MadeDocuments;
import org.portolan.platform.reading.MadePdfs;

/** Files that are sent over HTTP: in pieces, and what they are given out with. */
class AttachmentUploadIT {
  private static final int PIECE = 512 * 1024;

  private static PackagedApplication application;
  private static Visitor editor;

  @BeforeAll
  static void signIn() {
    application = PackagedApplication.shared();
    editor = Visitor.signedIn(application, "editor");
  }

  @Test
  void aLargeFileComesInPiecesAndGoesOnWhereItBrokeOff() {
    String code = draft();
    byte[] file = MadeDocuments.largePdf("Large", 3 * PIECE + 77);
    String address = begin(editor, code, "Large", "large.pdf", file.length);
    assertThat(send(editor, address, 0, piece(file, 0)).statusCode()).isEqualTo(204);
    HttpResponse<String> elsewhere = send(editor, address, 5, piece(file, 0));
    assertThat(elsewhere.statusCode()).isEqualTo(409);
    assertThat(offset(elsewhere)).isEqualTo(PIECE);
    assertThat(send(editor, address, PIECE, new byte[1024 * 1024 + 1]).statusCode()).isEqualTo(413);

    Visitor later = Visitor.signedIn(application, "editor");
    assertThat(offset(later.get(address))).isEqualTo(PIECE);
    HttpResponse<String> known = beginning(later, code, "Larger", "large.pdf", file.length);
    assertThat(known.headers().firstValue("Location")).as("known again").contains(address);
    assertThat(later.get("/desk/practices/" + code + "/files").body())
        .contains("large.pdf", "512", "data-title=\"Larger\"");
    HttpResponse<String> sent = null;
    for (long at = offset(known); at < file.length; at = offset(sent)) {
      sent = send(later, address, at, piece(file, (int) at));
    }
    assertThat(sent.statusCode()).isEqualTo(201);
    assertThat(later.get(address).statusCode()).as("it is no upload any more").isEqualTo(404);
    HttpResponse<byte[]> taken = editor.bytes(content(code));
    assertThat(taken.body()).isEqualTo(file);
    assertThat(taken.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(taken.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"large.pdf\"; filename*=UTF-8''large.pdf");
    assertThat(taken.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(taken.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("sandbox");
    assertThat(new Visitor(application).get(content(code)).statusCode())
        .as("of a draft")
        .isEqualTo(404);
  }

  @Test
  void whatIsNoDocumentIsRefusedInWordsAndNothingIsLeft() {
    String code = draft();
    byte[] drawing =
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"
            .getBytes(StandardCharsets.US_ASCII);
    String address = begin(editor, code, "Drawing", "a.pdf", drawing.length);
    HttpResponse<String> sent = send(editor, address, 0, drawing);
    assertThat(sent.statusCode()).isEqualTo(422);
    assertThat(sent.body()).startsWith("Files of this kind are not taken");
    assertThat(editor.get(address).statusCode()).isEqualTo(404);
    assertThat(
            application
                .database()
                .number(
                    "SELECT COUNT(*) FROM attachment a JOIN practice p ON"
                        + " p.id = a.practice_id WHERE p.code = '"
                        + code
                        + "'"))
        .isZero();
  }

  @Test
  void duringAReviewNothingIsAddedAndItGoesOnAfterwards() {
    String code = draft();
    byte[] file = MadeDocuments.largePdf("Late", PIECE);
    String address = begin(editor, code, "Late", "late.pdf", file.length);
    assertThat(send(editor, address, 0, piece(file, 0)).statusCode()).isEqualTo(204);
    review(code, "'review'");
    HttpResponse<String> last = send(editor, address, PIECE, piece(file, PIECE));
    assertThat(last.statusCode()).isEqualTo(422);
    assertThat(last.body()).startsWith("While a practice is in review");
    assertThat(beginning(editor, code, "Late", "late.pdf", file.length).statusCode())
        .isEqualTo(422);
    assertThat(offset(editor.get(address))).isEqualTo(file.length);

    review(code, "NULL");
    assertThat(offset(beginning(editor, code, "Late", "late.pdf", file.length)))
        .isEqualTo(file.length);
    assertThat(send(editor, address, file.length, new byte[0]).statusCode()).isEqualTo(201);
    assertThat(editor.bytes(content(code)).body()).isEqualTo(file);
  }

  @Test
  void aPictureIsKeptByBrowsersAndLeftOutWhereDataIsSaved() throws Exception {
    String code = draft();
    editor.upload(
        "/desk/practices/files?practice=" + code,
        Map.of("title", "Letter", "language", "en"),
        "letter.pdf",
        MadePdfs.letter(1));
    String address = awaitPicture(code);
    Visitor visitor = new Visitor(application);
    assertThat(visitor.get(address).statusCode()).as("of a draft").isEqualTo(404);
    HttpResponse<byte[]> drawn = editor.bytes(address);
    assertThat(drawn.headers().firstValue("Content-Type")).contains("image/jpeg");
    assertThat(drawn.headers().firstValue("Cache-Control")).contains("private, no-cache");
    assertThat(drawn.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(drawn.body().length).isLessThanOrEqualTo(6 * 1024);
    assertThat(editor.get("/desk/practices/" + code + "/files").body())
        .containsPattern(
            "<img class=\"first-page\" src=\""
                + address
                + "\" width=\"80\" height=\"104\" loading=\"lazy\" decoding=\"async\" alt=\"\" ?/>");

    publish(code);
    HttpResponse<String> shown = visitor.get(address);
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.headers().firstValue("Cache-Control"))
        .contains("private, max-age=31536000, immutable");
    String tag = shown.headers().firstValue("ETag").orElseThrow();
    assertThat(
            visitor.send(visitor.request(address).header("If-None-Match", tag).GET()).statusCode())
        .isEqualTo(304);
    assertThat(visitor.get(address.replaceAll("[^/]+$", "0")).statusCode()).isEqualTo(404);
    String page = "/knowledge/" + code;
    for (String each : List.of(page, address.replaceAll("/picture/.*", ""))) {
      assertThat(visitor.get(each).body()).contains(address);
      assertThat(visitor.send(visitor.request(each).header("Save-Data", "on").GET()).body())
          .as("where data is saved")
          .contains("Letter")
          .doesNotContain("first-page");
    }
    assertThat(visitor.get(page).headers().firstValue("Vary").orElseThrow()).contains("Save-Data");
  }

  private static String awaitPicture(String code) throws InterruptedException {
    String file = content(code).replace("/content", "");
    String id = file.replaceAll(".*/", "");
    Instant limit = Instant.now().plusSeconds(30);
    while (application
                .database()
                .number("SELECT COUNT(*) FROM attachment_picture WHERE attachment_id = " + id)
            == 0
        && Instant.now().isBefore(limit)) {
      Thread.sleep(100);
    }
    Matcher address = Pattern.compile(file + "/picture/\\w+").matcher(editor.get(file).body());
    assertThat(address.find()).as("the picture on its page").isTrue();
    return address.group();
  }

  private static void publish(String code) {
    application
        .database()
        .update(
            "UPDATE practice SET state = 'published', edition = 1, published_at = updated_at"
                + " WHERE code = ?",
            code);
    application
        .database()
        .update(
            "UPDATE attachment SET stage = 'shown' WHERE practice_id = (SELECT id FROM practice"
                + " WHERE code = ?)",
            code);
    // else it is gathered and never found, which tests of others wait for
    application
        .database()
        .update(
            "INSERT INTO index_change (kind, entity_id, created_at) SELECT 'practice', id,"
                + " UTC_TIMESTAMP(6) FROM practice WHERE code = ?",
            code);
  }

  private static void review(String code, String state) {
    application
        .database()
        .update(
            "UPDATE practice SET work_state = "
                + state
                + ", submitted_at = UTC_TIMESTAMP(6)"
                + " WHERE code = ?",
            code);
  }

  @Test
  void sizesCountsAndPeopleAreLimited() {
    String code = draft();
    assertThat(beginning(editor, code, "Too large", "a.pdf", 200L * 1024 * 1024 + 1).statusCode())
        .isEqualTo(422);
    assertThat(beginning(editor, code, "", "a.pdf", 5).statusCode()).isEqualTo(422);
    Visitor another = Visitor.signedIn(application, "ermelinda.embala");
    List<String> begun = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      begun.add(begin(another, code, "File", i + ".pdf", 5));
    }
    HttpResponse<String> sixth = beginning(another, code, "Sixth", "a.pdf", 5);
    assertThat(sixth.statusCode()).isEqualTo(422);
    assertThat(sixth.body()).startsWith("You are already sending five files.");
    for (String each : begun) {
      HttpResponse<String> givenUp =
          another.post(
              "/desk/practices/uploads?practice=" + code,
              Map.of("give-up", each.replaceAll(".*upload=", "")));
      assertThat(givenUp.headers().firstValue("Location").orElseThrow()).endsWith("done=given-up");
      assertThat(another.get(each).statusCode()).isEqualTo(404);
    }
    Visitor trainee = Visitor.signedIn(application, "trainee");
    assertThat(beginning(trainee, code, "Mine", "a.pdf", 5).statusCode()).isEqualTo(403);
    String other = draft();
    String address = begin(editor, other, "File", "a.pdf", 5);
    assertThat(trainee.get(address).statusCode()).isEqualTo(403);
    assertThat(another.get(address).statusCode()).as("of another editor").isEqualTo(404);
    assertThat(editor.get(address.replace(other, code)).statusCode())
        .as("of another practice")
        .isEqualTo(404);
  }

  /** As large as may be; a drill, as it takes its time. */
  @Test
  @EnabledIfSystemProperty(named = "portolan.drill", matches = "true")
  void twoHundredMegabytesComeThroughALittleAtATime() throws Exception {
    String code = draft();
    byte[] file = MadeDocuments.largePdf("Bollard", 200 * 1024 * 1024 - 4096);
    assertThat(file).hasSizeLessThanOrEqualTo(200 * 1024 * 1024);
    Instant start = Instant.now();
    String address = begin(editor, code, "Largest", "largest.pdf", file.length);
    HttpResponse<String> sent = null;
    for (long at = 0; at < file.length; at = offset(sent)) {
      sent = send(editor, address, at, piece(file, (int) at));
    }
    Instant come = Instant.now();
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
    assertThat(Arrays.equals(editor.bytes(content(code)).body(), file)).isTrue();
    System.out.printf(
        "%d bytes sent in %d ms, taken in %d ms%n",
        file.length,
        Duration.between(start, come).toMillis(),
        Duration.between(come, Instant.now()).toMillis());
  }

  private static byte[] piece(byte[] file, int from) {
    return Arrays.copyOfRange(file, from, Math.min(file.length, from + PIECE));
  }

  private static String begin(Visitor who, String code, String title, String name, long size) {
    HttpResponse<String> begun = beginning(who, code, title, name, size);
    assertThat(begun.statusCode()).isEqualTo(201);
    return begun.headers().firstValue("Location").orElseThrow();
  }

  private static HttpResponse<String> beginning(
      Visitor who, String code, String title, String name, long size) {
    return who.post(
        "/desk/practices/uploads?practice=" + code,
        Map.of(
            "title",
            title,
            "language",
            "en",
            "name",
            name,
            "size",
            String.valueOf(size),
            "stamp",
            "1764268382000"));
  }

  private static HttpResponse<String> send(Visitor who, String address, long from, byte[] piece) {
    return who.send(
        who.request(address)
            .header("Upload-Offset", String.valueOf(from))
            .header("Content-Type", "application/offset+octet-stream")
            .POST(HttpRequest.BodyPublishers.ofByteArray(piece)));
  }

  private static long offset(HttpResponse<?> answer) {
    return answer.headers().firstValueAsLong("Upload-Offset").orElseThrow();
  }

  /** Where the one file of a practice is. */
  private static String content(String code) {
    long id =
        application
            .database()
            .number(
                "SELECT MAX(a.id) FROM attachment a JOIN practice p ON p.id = a.practice_id"
                    + " WHERE p.code = '"
                    + code
                    + "'");
    return "/knowledge/" + code + "/files/" + id + "/content";
  }

  static String draft() {
    return draft(application);
  }

  /** A draft of a practice in the region of the editor. */
  static String draft(PackagedApplication application) {
    String code = "demo-f-" + java.util.UUID.randomUUID().toString().substring(0, 18);
    application
        .database()
        .update(
            "INSERT INTO practice (code, region_code, theme_code, practice_year, state, updated_at,"
                + " version) SELECT ?, 'WCA', MIN(code), 2026, 'draft', UTC_TIMESTAMP(6), 1"
                + " FROM theme",
            code);
    application
        .database()
        .update(
            "INSERT INTO practice_text (practice_id, language, title, summary, body, original)"
                + " SELECT id, 'en', 'Files', 'Files', 'Files', 1 FROM practice WHERE code = ?",
            code);
    return code;
  }
}
