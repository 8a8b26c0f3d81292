package org.portolan.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portolan.platform.i18n.Language;

/** A month on paper; its pictures are kept to be looked at. */
class PosterTest {
  private static final YearMonth DECEMBER = YearMonth.of(2026, 12);

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"FR", "AR"})
  void aMonthIsOnePageOfTheSizeThatWasAskedFor(Language language) throws Exception {
    List<Poster.Held> held = new ArrayList<>();
    held.add(held("Contrôler après la mainlevée", "facilitation published", 7, 11));
    held.add(held("إدارة المخاطر للمبتدئين", "enforcement published", 9, 10));
    held.add(held("Règles d’origine", "organization cancelled", 10, 10));
    held.add(held("La valeur transactionnelle", " published", 10, 14));
    for (int i = 0; i < 9; i++) {
      held.add(held("Session " + i, " published", 17, 17));
    }
    Poster poster = poster(language, Poster.Paper.A3, held);
    byte[] pdf = poster.pdf(List.of(DECEMBER, DECEMBER.plusMonths(1)));

    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(2);
      assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(1185f, 1195f);
      String text = new PDFTextStripper().getText(document);
      assertThat(text).contains("Règles d’origine", "Session 5").doesNotContain("Session 6");
      File picture = new File("target/screenshots/poster-" + language.code() + ".png");
      picture.getParentFile().mkdirs();
      ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, 90), "png", picture);
    }
  }

  @Test
  void whatFindsNoRoomOnADayIsCounted() {
    List<Poster.Held> held = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      held.add(held("Session " + i, "", 17, 17));
    }
    String page = poster(Language.EN, Poster.Paper.A4, held).document(List.of(DECEMBER));

    assertThat(page).contains(">3 more</div>");
    assertThat(page.split(">Session ", -1)).hasSize(1 + 6);
  }

  /** What is held again later in a week comes with its session, before what begins sooner. */
  @Test
  void whatIsHeldOnSomeDaysOnlyLeavesTheOthersToOthers() {
    List<Poster.Held> held = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      held.add(held("Session " + i, "", 14, 14));
      held.add(held("Session " + i, "", 17, 18));
    }
    for (int i = 6; i < 12; i++) {
      held.add(held("Session " + i, "", 15, 16));
    }
    String page = poster(Language.EN, Poster.Paper.A4, held).document(List.of(DECEMBER));

    assertThat(page).doesNotContain("class=\"more\"");
    assertThat(page.split(">Session ", -1)).hasSize(1 + 18);
  }

  @Test
  void aSessionThatGoesOnIsOneBarInEachWeek() {
    String page =
        poster(Language.EN, Poster.Paper.A4, List.of(held("Long", "", 3, 16)))
            .document(List.of(DECEMBER));

    assertThat(page.split(">Long</div>", -1)).hasSize(1 + 3);
    assertThat(page).contains("colspan=\"4\"", "colspan=\"7\"", "colspan=\"3\"");
  }

  @Test
  void inArabicTheWeekRunsFromTheRight() {
    String page = poster(Language.AR, Poster.Paper.A4, List.of()).document(List.of(DECEMBER));
    assertThat(page.indexOf("الأحد")).isBetween(0, page.indexOf("الاثنين"));
  }

  @Test
  void aTitleThatIsTooLongEndsInDotsAndLeavesRoomForTheHours() {
    String page =
        poster(Language.FR, Poster.Paper.A4, List.of(held("Très long ".repeat(12), "", 3, 3)))
            .document(List.of(DECEMBER));
    assertThat(page).contains("Très…</div>", ">09:00–16:00</div>");
  }

  @Test
  void whereAWeekIsFullTheTitleComesFirstAndThePlaceIsLeftOutFirst() {
    List<Poster.Held> held = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      held.add(held("Session " + i, "", 15, 15));
    }
    assertThat(poster(Language.FR, Poster.Paper.A4, held).document(List.of(DECEMBER)))
        .contains(">09:00–16:00</div>")
        .doesNotContain("Salle 2");
  }

  @Test
  void wordsOfTheOtherDirectionStayInTheirOrder() {
    assertThat(
            poster(Language.FR, Poster.Paper.A4, List.of(held("المخاطر (2)", "", 3, 3)))
                .document(List.of(DECEMBER)))
        .contains("dir=\"rtl\">المخاطر (2)</div>");
    assertThat(
            poster(Language.AR, Poster.Paper.A4, List.of(held("Risques (2)", "", 3, 3)))
                .document(List.of(DECEMBER)))
        .contains("dir=\"ltr\">Risques (2)</div>", "dir=\"rtl\">09:00–16:00</div>");
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"FR", "AR"})
  void itIsReadAloudFromItsTitleAndFromMondayToSunday(Language language) throws Exception {
    byte[] pdf =
        poster(language, Poster.Paper.A4, List.of(held("Origine", "", 9, 10)))
            .pdf(List.of(DECEMBER));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(language.code());
      assertThat(document.getDocumentInformation().getTitle()).contains("2026");
      List<String> read = new ArrayList<>();
      read(document, document.getDocumentCatalog().getStructureTreeRoot(), "", read);
      assertThat(read).contains("TH 7", "TH 8", "TH 9", "TH 13");
      assertThat(read.get(0)).startsWith("H1 ");
      assertThat(read).anyMatch(text -> text.startsWith("H2 ") && text.contains("2026"));
      assertThat(read.indexOf("TH 7")).isLessThan(read.indexOf("TH 8"));
      assertThat(read.indexOf("TH 13")).isLessThan(read.indexOf("Div Origine"));
      assertThat(read.indexOf("Div Origine")).isLessThan(read.indexOf("TH 14"));
    }
  }

  /** The words of a document in the order of its tags, each after the tag that it is in. */
  private static void read(PDDocument document, PDStructureNode node, String tag, List<String> read)
      throws Exception {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        String of = element.getStructureType();
        read(document, element, of.equals("Span") ? tag : of, read);
      } else if (kid instanceof Integer mark) {
        PDFMarkedContentExtractor words = new PDFMarkedContentExtractor();
        words.processPage(document.getPage(0));
        words.getMarkedContents().stream()
            .filter(content -> content.getMCID() == mark)
            .map(content -> text(content.getContents()))
            .forEach(text -> read.add(tag + " " + text));
      }
    }
  }

  private static String text(List<Object> contents) {
    return contents.stream()
        .filter(TextPosition.class::isInstance)
        .map(each -> ((TextPosition) each).getUnicode())
        .collect(Collectors.joining());
  }

  @Test
  void whatSomebodyTypedIsNoMarkup() {
    String page =
        poster(Language.EN, Poster.Paper.A4, List.of(held("<img src=x>&\u0001", "", 3, 3)))
            .document(List.of(DECEMBER));
    assertThat(page).contains("&lt;img src=x&gt;&amp; ").doesNotContain("<img");
  }

  private static Poster poster(Language language, Poster.Paper paper, List<Poster.Held> held) {
    return new Poster(
        language,
        paper,
        language == Language.AR ? "أكاديمية الجمارك" : "Académie des douanes",
        "Abidjan",
        "https://portolan.example/calendar/centre/X",
        List.of(new Poster.Family("facilitation", "Facilitation")),
        held);
  }

  private static Poster.Held held(String title, String look, int first, int last) {
    return new Poster.Held(
        title,
        "fr",
        List.of("09:00–16:00", "Salle 2"),
        look,
        LocalDate.of(2026, 12, first),
        LocalDate.of(2026, 12, last));
  }
}
