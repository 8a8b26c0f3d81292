package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

/** The letter to an officer who has a seat, read by another program than the one that wrote it. */
class LetterJourneyIT {
  private static final String PDF_JS =
      "/META-INF/resources/webjars/pdfjs-dist/3.11.174/legacy/build/";

  /** Text of all lines in their order, as pdf.js sees it. */
  private static final String READ =
      "async base64 => { const bytes = Uint8Array.from(atob(base64), c => c.charCodeAt(0));"
          + " const lib = window['pdfjs-dist/build/pdf'] || window.pdfjsLib;"
          + " const doc = await lib.getDocument({data: bytes, useWorkerFetch: false,"
          + " isEvalSupported: false, disableFontFace: true}).promise; const out = [];"
          + " for (let p = 1; p <= doc.numPages; p++) { const page = await doc.getPage(p);"
          + " const content = await page.getTextContent(); const lines = new Map();"
          + " for (const item of content.items) {"
          + " const y = Math.round(item.transform[5]); if (!lines.has(y)) lines.set(y, []);"
          + " lines.get(y).push(item); }"
          + " for (const y of [...lines.keys()].sort((a, b) => b - a)) {"
          + " const items = lines.get(y); const rtl = items.some(i => i.dir === 'rtl');"
          + " items.sort((a, b) => (a.transform[4] - b.transform[4]) * (rtl ? -1 : 1));"
          + " out.push(items.map(i => i.str).join('')); } } return out.join('\\n'); }";

  @Test
  void anArabicLetterIsShapedAndReadByAnotherReader() throws IOException {
    try (Window officer = Window.of("hamad.alkhaliji", "ar")) {
      Map<String, Object> session = officer.openSessions("none", "MENA").get(0);
      long id = ((Number) session.get("id")).longValue();
      officer.go("/apply/" + id);
      officer.find("textarea").fill("يحتاج مكتبنا إلى هذا التدريب.");
      officer.find("form .btn:not(.quiet)").click();
      assertThat(officer.find(".state.pill"))
          .containsText(officer.text("enrolment", "state.approved"));
      String letter = "/applications/" + officer.shown() + "/letter";
      assertThat(officer.find("a[href='" + letter + "']")).isVisible();
      byte[] document = officer.bytes(letter);
      picture(document, "letter-ar.png");

      allFontsAreInside(document);
      String read = normal(read(document));
      for (String line : new String[] {"travel", "withdraw", "regards", "when", "where"}) {
        assertThat(read).contains(normal(officer.text("roster", "letter." + line)));
      }
      assertThat(read).contains(normal(officer.text("roster", "invitation.body")));
      // lines in which both directions meet: every word of them
      String title = (String) ((Map<?, ?>) session.get("course")).get("title");
      for (String word : normal(title + " " + session.get("code")).split(" ")) {
        assertThat(read).contains(word);
      }

      assertThat(officer.find("a[href='" + letter + "?paper=seat']")).isVisible();
      byte[] confirmation = officer.bytes(letter + "?paper=seat");
      picture(confirmation, "confirmation-ar.png");
      allFontsAreInside(confirmation);
      String confirmed = normal(read(confirmation));
      for (String word :
          normal(officer.text("roster", "seat.body").replace("{0}", "")).split(" ")) {
        assertThat(confirmed).contains(word);
      }
      assertThat(officer.find("a[href='" + letter + "?paper=attendance']")).hasCount(0);
    }
  }

  /** To be looked at beside the pictures of the pages. */
  private static void picture(byte[] document, String name) throws IOException {
    Path pictures = Files.createDirectories(Path.of("target/screenshots"));
    try (PDDocument pdf = Loader.loadPDF(document)) {
      ImageIO.write(
          new PDFRenderer(pdf).renderImageWithDPI(0, 110), "png", pictures.resolve(name).toFile());
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

  private static String read(byte[] document) {
    Page page = Chromium.open("en", 800, true);
    try {
      page.navigate("about:blank");
      for (String script : new String[] {"pdf.worker.min.js", "pdf.min.js"}) {
        page.addScriptTag(new Page.AddScriptTagOptions().setContent(resource(PDF_JS + script)));
      }
      return (String) page.evaluate(READ, Base64.getEncoder().encodeToString(document));
    } finally {
      page.context().close();
    }
  }

  private static String resource(String name) {
    try (InputStream in = LetterJourneyIT.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Joined and plain letters are the same here, and how often a space stands does not matter. */
  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]", "")
        .replaceAll("\\s+", " ")
        // marks over Arabic letters are not printed
        .replaceAll("\\p{M}", "")
        .strip();
  }
}
