package org.portolan.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portolan.approval.Chain;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionState;
import org.portolan.calendar.Timing;
import org.portolan.enrolment.OfferedSession;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;

class PaperTest {
  private static final LocalDate DAY = LocalDate.parse("2027-03-08");
  private static final Instant START = Instant.parse("2027-03-08T09:00:00Z");

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageHasItsLetter(Language language) throws IOException {
    String read = read(Paper.document(List.of(letter(language, "Ada Lovelace"))));
    assertThat(read).contains("Ada Lovelace", "S-1");
    if (language != Language.AR) {
      assertThat(read.replaceAll("\\s+", " "))
          .contains(Texts.text(language, "roster.invitation.body").replaceAll("\\s+", " "));
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageConfirmsASeatAndAttendance(Language language) throws IOException {
    for (PaperKind kind : List.of(PaperKind.SEAT, PaperKind.ATTENDANCE)) {
      String read = read(Paper.document(List.of(paper(kind, language, "Ada Lovelace"))));
      assertThat(read).contains("Ada Lovelace", "S-1");
      if (language != Language.AR) {
        assertThat(read.replaceAll("\\s+", ""))
            .contains(
                Texts.format(language, "roster." + kind.code() + ".body", "Ada Lovelace")
                    .replaceAll("\\s+", ""))
            .as("nobody is asked to withdraw from what is confirmed")
            .doesNotContain(Texts.text(language, "roster.letter.regards").replace(" ", ""));
      }
    }
  }

  @Test
  void whatSomebodyTypedIsTextAndNothingElse() throws IOException {
    String name = "<img src='file:///etc/passwd'/> & \"Ada\" \u0007\ud800\uffff]]>";
    String read = read(Paper.document(List.of(letter(Language.EN, name))));
    assertThat(read).contains("<img src='file:///etc/passwd'/> & \"Ada\"");
  }

  @Test
  void eachLetterHasAPageOfItsOwn() throws IOException {
    byte[] document =
        Paper.document(
            List.of(
                letter(Language.RU, "Ada"), letter(Language.AR, "Bo"), letter(Language.FR, "Cy")));
    try (PDDocument pdf = Loader.loadPDF(document)) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(3);
    }
  }

  private static Paper letter(Language language, String name) {
    return paper(PaperKind.INVITATION, language, name);
  }

  private static Paper paper(PaperKind kind, Language language, String name) {
    return new Paper(
        kind, language, DAY, name, "Inspector", "Sankoro", session(), facts(), "Koulibé");
  }

  private static String read(byte[] document) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(document)) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  private static OfferedSession session() {
    return new OfferedSession(
        1,
        "S-1",
        "Audit",
        "en",
        "DEMO",
        "Academy",
        null,
        DAY,
        DAY,
        Set.of(),
        null,
        "UTC",
        START,
        20,
        3,
        Chain.NONE,
        "published",
        0,
        0);
  }

  private static SessionFacts facts() {
    return new SessionFacts(
        1,
        "S-1",
        1,
        "DEMO",
        "WCA",
        "HS",
        Timing.DATED,
        DAY,
        DAY,
        null,
        LocalTime.of(9, 0),
        LocalTime.of(16, 30),
        "UTC",
        START,
        START.plusSeconds(3600),
        "Academy",
        "B",
        20,
        "fr en",
        Chain.NONE,
        null,
        false,
        SessionState.PUBLISHED,
        0,
        START);
  }
}
