package org.portolan.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.portolan.platform.i18n.Language;

/** Papers around a session; their pictures are kept to be looked at. */
class PapersTest {
  private static final String CODE = "7K3M9QRSTVWX2Y4Z";

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"EN", "AR"})
  void badgesAreTaggedAndEightOnASheet(Language language) throws IOException {
    List<Badges.Worn> worn = new ArrayList<>();
    worn.add(new Badges.Worn("Zoë <Guest> & Co", "Customs of Elsewhere", CODE));
    worn.add(new Badges.Worn("محمد بن عبد الله", "إدارة الجمارك", CODE));
    worn.add(new Badges.Worn("Maximiliana Konstantinopolskaya-Vandenberghe", "Sankoro", CODE));
    for (int i = 0; i < 6; i++) {
      worn.add(new Badges.Worn("Officer Number " + i, "Sankoro", CODE));
    }
    byte[] pdf = new Badges(head(language), worn).pdf();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(2);
      assertTagged(document, language);
      assertThat(text(document)).contains("Zoë <Guest> & Co", "Officer Number 5");
      picture(document, "badges-" + language.code());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"EN", "AR"})
  void aNamePlateIsReadFromBothSides(Language language) throws IOException {
    List<NamePlates.Standing> standing =
        List.of(
            new NamePlates.Standing("Ada Lovelace", "Sankoro"),
            new NamePlates.Standing("محمد بن عبد الله", "إدارة الجمارك"));
    byte[] pdf = new NamePlates(head(language), standing).pdf();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(2);
      assertTagged(document, language);
      picture(document, "plate-" + language.code());
      for (int page = 0; page < 2; page++) {
        assertThat(turnedDifference(picture(document, page))).isLessThan(0.02);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"EN", "AR"})
  void aCertificateSaysOnWhichHalfDaysAndWhoSigned(Language language) throws IOException {
    LocalDate day = LocalDate.of(2027, 3, 8);
    Instant nine = Instant.parse("2027-03-08T09:00:00Z");
    List<HalfDay> halves =
        List.of(
            new HalfDay(day, true, nine, nine.plusSeconds(14_400)),
            new HalfDay(day, false, nine.plusSeconds(14_400), nine.plusSeconds(28_800)),
            new HalfDay(day.plusDays(1), true, nine, nine.plusSeconds(14_400)));
    SentMark late =
        SentMark.next(
            DeviceChain.Head.NONE,
            Mark.DESK,
            "20000000-0000-4000-8000-000000000001",
            Attendee.seated(1),
            halves.get(1).code(),
            Presence.LATE,
            0);
    Certificates.Earned ada =
        new Certificates.Earned(
            "Ada & Lovelace",
            "Sankoro",
            Map.of(halves.get(1).code(), new Mark(late, Mark.DESK, nine, nine, 1, null, null)));
    byte[] pdf =
        new Certificates(head(language), "DEMO-27-1", "Main hall", "Signed by Grace", halves)
            .pdf(List.of(ada, ada));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(2);
      assertTagged(document, language);
      String text = text(document);
      assertThat(text).contains("Ada & Lovelace", "DEMO-27-1", "Main hall", "Grace");
      if (language == Language.EN) {
        assertThat(text).contains("1 of the 3 half-days", "Late").doesNotContain("Absent");
      }
      picture(document, "certificate-" + language.code());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "80, 8, 10, true",
    "80, 7, 10, false",
    "100, 5, 6, false",
    "0, 0, 4, false",
    "80, 0, 0, false"
  })
  void enoughIsAShareOfTheHalfDays(int percent, long attended, int halves, boolean enough) {
    assertThat(new EnoughPresence(percent).holds(attended, halves)).isEqualTo(enough);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aSessionWithoutAnybodySaysSo(Language language) throws IOException {
    for (byte[] pdf :
        List.of(
            new Badges(head(language), List.of()).pdf(),
            new NamePlates(head(language), List.of()).pdf())) {
      try (PDDocument document = Loader.loadPDF(pdf)) {
        assertThat(document.getNumberOfPages()).isEqualTo(1);
        assertThat(text(document)).isNotBlank();
      }
    }
  }

  private static PaperHead head(Language language) {
    return language == Language.AR
        ? new PaperHead(
            language, "إدارة المخاطر للمبتدئين", "أكاديمية سانكورو الجمركية", "8/3/2027")
        : new PaperHead(
            language, "Risk management & more", "Sankoro Customs Academy", "Mar 8, 2027");
  }

  private static void assertTagged(PDDocument document, Language language) {
    assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
    assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
    assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(language.code());
  }

  private static String text(PDDocument document) throws IOException {
    return new PDFTextStripper().getText(document);
  }

  private static BufferedImage picture(PDDocument document, int page) throws IOException {
    return new PDFRenderer(document).renderImageWithDPI(page, 50);
  }

  private static void picture(PDDocument document, String name) throws IOException {
    File file = new File("target/screenshots/" + name + ".png");
    file.getParentFile().mkdirs();
    ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, 80), "png", file);
  }

  /** The part of all points that is another one when the sheet is turned around. */
  private static double turnedDifference(BufferedImage page) {
    int different = 0;
    for (int y = 0; y < page.getHeight(); y++) {
      for (int x = 0; x < page.getWidth(); x++) {
        int turned = page.getRGB(page.getWidth() - 1 - x, page.getHeight() - 1 - y);
        different += dark(page.getRGB(x, y)) == dark(turned) ? 0 : 1;
      }
    }
    return (double) different / page.getWidth() / page.getHeight();
  }

  private static boolean dark(int colour) {
    return (colour & 0xff) < 128;
  }
}
