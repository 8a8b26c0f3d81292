package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portolan.eligibility.Fact;
import org.portolan.eligibility.Facts;
import org.portolan.eligibility.LanguageLevel;
import org.portolan.selection.Criteria;
import org.portolan.selection.Criterion;
import org.portolan.selection.Points;

class JudgingTest {
  private static final LocalDate DAY = LocalDate.of(2027, 3, 8);
  private static final RankingRows.Sent SENT = new RankingRows.Sent(4, 1);

  private static Map<Criterion, Integer> points(String criteria, Facts of, int homeRank) {
    return new Judging(
            Criteria.read(criteria).orElseThrow(),
            List.of("fr", "en"),
            DAY,
            Map.of("valuation", 2),
            job -> job.equals("valuer") ? Map.of("valuation", 3) : Map.of())
        .points(of, homeRank, SENT);
  }

  private static Facts facts(
      String job, Map<String, Integer> confirmed, Map<String, LanguageLevel> languages) {
    return new Facts(
        "XS",
        "WCA",
        job,
        confirmed,
        Map.of(),
        Map.of(),
        LocalDate.of(2024, 9, 8),
        languages,
        List.of());
  }

  @Test
  void eachCriterionHasItsPoints() {
    Facts valuer = facts("valuer", Map.of(), Map.of("en", LanguageLevel.B2));
    assertThat(points("profile:1 years:1 language:1 home:1 attendance:1", valuer, 2))
        .isEqualTo(
            Map.of(
                Criterion.PROFILE, Points.ALL,
                Criterion.YEARS, 500,
                Criterion.LANGUAGE, Points.language(4),
                Criterion.HOME, Points.home(2),
                Criterion.ATTENDANCE, Points.attendance(4, 1)));
  }

  @Test
  void onlyWhatTheSessionComparesIsJudged() {
    Facts valuer = facts("valuer", Map.of(), Map.of());
    assertThat(points("years:3", valuer, 0)).containsOnlyKeys(Criterion.YEARS);
    assertThat(points("gender:1 unserved:1", valuer, 0))
        .as("these follow from who is selected before")
        .isEmpty();
  }

  @Test
  void whatIsConfirmedIsNotNeededAnyMoreAndWithoutAJobNothingIs() {
    assertThat(points("profile:1", facts("valuer", Map.of("valuation", 2), Map.of()), 0))
        .containsEntry(Criterion.PROFILE, 0);
    assertThat(points("profile:1", facts(null, Map.of(), Map.of()), 0))
        .containsEntry(Criterion.PROFILE, 0);
  }

  @Test
  void theBestLanguageOfTheSessionCounts() {
    Map<String, LanguageLevel> two = Map.of("fr", LanguageLevel.C1, "en", LanguageLevel.A1);
    assertThat(points("language:1", facts(null, Map.of(), two), 0))
        .containsEntry(Criterion.LANGUAGE, Points.language(5));
    Map<String, LanguageLevel> other = Map.of("pt", LanguageLevel.C2);
    assertThat(points("language:1", facts(null, Map.of(), other), 0))
        .containsEntry(Criterion.LANGUAGE, Points.language(0));
  }

  @Test
  void nothingIsReadThatNothingComparesBy() {
    assertThat(needs("home:1 attendance:1")).isEmpty();
    assertThat(needs("profile:1")).containsExactlyInAnyOrder(Fact.JOB, Fact.COMPETENCIES);
    assertThat(needs("years:1")).containsExactly(Fact.PROFILE);
    assertThat(needs("language:1")).containsExactly(Fact.PROFILE);
  }

  private static java.util.Set<Fact> needs(String criteria) {
    return Judging.needs(Criteria.read(criteria).orElseThrow());
  }
}
