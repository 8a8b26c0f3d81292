package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

/** The letter to an officer who has a seat, read by another program than the one that wrote it. */
class LetterJourneyIT {
  private static final int POINTS_PER_INCH = 72;
  private static final int DPI = 216;
  private static final double SCALE = (double) DPI / POINTS_PER_INCH;

  /** Lines as they should be were 0.95 to 0.99 alike; unjoined or turned ones 0.08 to 0.26. */
  private static final double ALIKE = 0.9;

  private static final double NOT_ALIKE = 0.5;

  private static final String NOT_JOINED = "\u200c";

  @Test
  void anArabicLetterIsShapedAndReadByAnotherReader() throws IOException {
    try (Window officer = Window.of("hamad.alkhaliji", "ar")) {
      Map<String, Object> session =
          officer.openSessions("none", "MENA").stream()
              .filter(each -> "ar".equals(((Map<?, ?>) each.get("course")).get("language")))
              .findFirst()
              .orElseThrow();
      officer.go("/apply/" + session.get("id"));
      officer.find("textarea").fill("يحتاج مكتبنا إلى هذا التدريب.");
      officer.find("form .btn:not(.quiet)").click();
      assertThat(officer.find(".state.pill"))
          .containsText(officer.text("enrolment", "state.approved"));
      String letter = "/applications/" + officer.shown() + "/letter";
      assertThat(officer.find("a[href='" + letter + "']")).isVisible();
      assertThat(officer.find("a[href='" + letter + "?paper=seat']")).isVisible();
      assertThat(officer.find("a[href='" + letter + "?paper=attendance']")).hasCount(0);
      Seat seat = Seat.seenBy(officer, session);

      byte[] invitation = officer.bytes(letter);
      BufferedImage picture = picture(invitation, "letter-ar.png");
      allFontsAreInside(invitation);
      List<PdfJs.Line> lines = PdfJs.read(invitation);
      assertThat(LetterLines.fault(seat.invitation(), texts(lines))).isEmpty();
      try (Drawing chromium = new Drawing()) {
        for (String heading : List.of(seat.centre, seat.title("invitation"))) {
          isShaped(heading, true, lines, picture, chromium);
        }
        // in a date and beside a Latin name the directions meet as Chromium lets them
        for (String text : List.of(seat.today, seat.dear(), seat.body("invitation"))) {
          isShaped(text, false, lines, picture, chromium);
        }
        for (String key : List.of("travel", "withdraw", "regards")) {
          isShaped(officer.text("roster", "letter." + key), false, lines, picture, chromium);
        }
      }

      byte[] confirmation = officer.bytes(letter + "?paper=seat");
      picture(confirmation, "confirmation-ar.png");
      allFontsAreInside(confirmation);
      assertThat(LetterLines.fault(seat.confirmation(), texts(PdfJs.read(confirmation)))).isEmpty();
    }
  }

  /** What the officer knows of the seat from other pages than the letter. */
  private record Seat(
      Window officer,
      String name,
      String title,
      String centre,
      String city,
      String today,
      List<String> table) {

    /** Begins on the page of the application. */
    static Seat seenBy(Window officer, Map<String, Object> session) {
      String title = officer.find("h1").textContent();
      String centre = officer.find(".head p.muted bdi").textContent();
      String days = officer.find(".head p.muted").first().textContent().replace(" · " + centre, "");
      String name = officer.page.locator("header summary bdi").textContent();
      officer.go("/calendar/session/" + session.get("id"));
      String city = officer.find("dd:has(a[href^='/regions/body/']) bdi").first().textContent();
      officer.go("/account/profile");
      String post = officer.find("#post").inputValue();
      String administration =
          (String)
              officer
                  .find("fieldset p:has(strong)")
                  .evaluate("p => p.querySelector('strong').nextSibling.textContent.trim()");
      String zone = (String) session.get("zone");
      String hours = time(session, "start") + "–" + time(session, "end") + "، " + zone;
      List<String> table =
          List.of(
              row(officer, "course", title),
              row(officer, "when", days),
              row(officer, "hours", hours),
              row(officer, "where", place(officer, session)),
              row(officer, "participant", name),
              row(officer, "post", post),
              row(officer, "administration", administration),
              row(officer, "code", (String) session.get("code")));
      return new Seat(
          officer,
          name,
          title,
          centre,
          city,
          DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
              .withLocale(Locale.forLanguageTag("ar"))
              .format(LocalDate.now(ZoneId.of(zone))),
          table);
    }

    private static String row(Window officer, String label, String value) {
      return officer.text("roster", "letter." + label) + " " + value;
    }

    private static String place(Window officer, Map<String, Object> session) {
      return (boolean) session.get("online")
          ? officer.text("roster", "letter.online")
          : (session.get("venue") + "، " + session.get("room")).replaceAll("، $", "");
    }

    private static String time(Map<String, Object> session, String end) {
      return ((String) session.get(end)).replaceAll(".*T(..:..).*", "$1");
    }

    String title(String paper) {
      return officer.textWith("roster", paper + ".title", title);
    }

    String body(String paper) {
      return officer.textWith("roster", paper + ".body", name);
    }

    String dear() {
      return officer.textWith("roster", "letter.dear", name);
    }

    List<String> invitation() {
      return all(
          List.of(centre, city, today, title("invitation"), dear(), body("invitation")),
          table,
          List.of(
              officer.text("roster", "letter.travel"),
              officer.text("roster", "letter.withdraw"),
              officer.text("roster", "letter.regards"),
              centre));
    }

    List<String> confirmation() {
      return all(List.of(centre, city, today, title("seat"), body("seat")), table, List.of(centre));
    }

    @SafeVarargs
    private static List<String> all(List<String>... parts) {
      return Stream.of(parts).flatMap(List::stream).toList();
    }
  }

  private static List<String> texts(List<PdfJs.Line> lines) {
    return lines.stream().map(PdfJs.Line::text).toList();
  }

  /** Shows too that the measure tells letters apart that do not join or run the wrong way. */
  private static void isShaped(
      String text, boolean bold, List<PdfJs.Line> lines, BufferedImage page, Drawing chromium)
      throws IOException {
    PdfJs.Line line =
        lines.stream()
            .filter(each -> LetterLines.fault(List.of(text), List.of(each.text())).isEmpty())
            .findFirst()
            .orElseThrow(() -> new AssertionError("not on one line: " + text));
    Ink printed = Ink.of(strip(page, line));
    double size = line.size() * SCALE;
    assertThat(printed.likeness(chromium.of(text, bold, size))).as(text).isGreaterThan(ALIKE);
    String turned = new StringBuilder(text).reverse().toString();
    String unjoined = text.replaceAll("(?<=\\p{L})(?=\\p{L})", NOT_JOINED);
    for (String wrong : List.of(turned, unjoined)) {
      if (!wrong.equals(text)) {
        assertThat(printed.likeness(chromium.of(wrong, bold, size)))
            .as(wrong)
            .isLessThan(NOT_ALIKE);
      }
    }
  }

  /** The picture of one line, from above its tallest letters to below its deepest. */
  private static BufferedImage strip(BufferedImage page, PdfJs.Line line) {
    double top = page.getHeight() - (line.base() + 1.05 * line.size()) * SCALE;
    return page.getSubimage(0, (int) top, page.getWidth(), (int) (1.45 * line.size() * SCALE));
  }

  /** To be looked at beside the pictures of the pages. */
  private static BufferedImage picture(byte[] document, String name) throws IOException {
    Path pictures = Files.createDirectories(Path.of("target/screenshots"));
    try (PDDocument pdf = Loader.loadPDF(document)) {
      BufferedImage picture = new PDFRenderer(pdf).renderImageWithDPI(0, DPI);
      ImageIO.write(picture, "png", pictures.resolve(name).toFile());
      return picture;
    }
  }

  private static void allFontsAreInside(byte[] document) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(document)) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(1);
      for (PDPage page : pdf.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
        }
      }
    }
  }
}
