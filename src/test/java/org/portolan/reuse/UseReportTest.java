package org.portolan.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portolan.knowledge.PracticePlace;

class UseReportTest {
  private static final YearMonth TODAY = YearMonth.of(2026, 11);
  private static final PracticePlace PRACTICE =
      new PracticePlace(1, "PR-1", "WCA", "XS", 2024, "Title", "en", false, false, false);

  @ParameterizedTest
  @CsvSource({"2024,''", "2026,11", "2025,12", "2024,1", "2026,''"})
  void aYearSinceThePracticeAndAMonthThatHasBegun(String year, String month) throws Exception {
    UseReport.Checked report = new UseReport(year, month, " a\r\nb ").check(PRACTICE, "XN", TODAY);
    assertThat(report.year()).isEqualTo(Integer.parseInt(year));
    assertThat(report.month()).isEqualTo(month.isEmpty() ? null : Integer.valueOf(month));
    assertThat(report.words()).isEqualTo("a\nb");
  }

  @ParameterizedTest
  @CsvSource({
    "2023,'',XN,words,year",
    "2027,'',XN,words,year",
    "'',1,XN,words,year",
    "-2025,'',XN,words,year",
    "٢٠٢٥,'',XN,words,year",
    "99999,'',XN,words,year",
    "2026,12,XN,words,month",
    "2025,13,XN,words,month",
    "2025,0,XN,words,month",
    "2025,x,XN,words,month",
    "2025,1,XN,' ',words",
    "2025,1,XN,'\u200B',words",
    "2025,1,XS,words,own",
    "2025,1,,words,member"
  })
  void whatIsWrongIsNamed(String year, String month, String member, String words, String problem) {
    assertThatThrownBy(() -> new UseReport(year, month, words).check(PRACTICE, member, TODAY))
        .isInstanceOfSatisfying(InvalidUse.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }

  @Test
  void aReportIsBounded() throws Exception {
    String most = "x".repeat(UseReport.LONGEST);
    assertThat(new UseReport("2025", "", most).check(PRACTICE, "XN", TODAY).words()).hasSize(4_000);
    assertThatThrownBy(() -> new UseReport("2025", "", most + "x").check(PRACTICE, "XN", TODAY))
        .isInstanceOfSatisfying(InvalidUse.class, e -> assertThat(e.problem()).isEqualTo("long"));
  }
}
