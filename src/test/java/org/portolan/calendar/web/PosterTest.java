package org.portolan.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
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

    assertThat(page).contains(">3 more</td>");
    assertThat(page.split("class=\"ev ", -1)).hasSize(1 + 6 + 1);
  }

  @Test
  void aSessionThatGoesOnIsOneBarInEachWeek() {
    String page =
        poster(Language.EN, Poster.Paper.A4, List.of(held("Long", "", 3, 16)))
            .document(List.of(DECEMBER));

    assertThat(page.split("<b>Long</b>", -1)).hasSize(1 + 3);
    assertThat(page).contains("colspan=\"4\"", "colspan=\"7\"", "colspan=\"3\"");
  }

  @Test
  void inArabicTheWeekRunsFromTheRight() {
    String page = poster(Language.AR, Poster.Paper.A4, List.of()).document(List.of(DECEMBER));
    assertThat(page.indexOf("الأحد")).isBetween(0, page.indexOf("الاثنين"));
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
        title, "09:00–16:00", look, LocalDate.of(2026, 12, first), LocalDate.of(2026, 12, last));
  }
}
