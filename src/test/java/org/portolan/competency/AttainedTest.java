package org.portolan.competency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portolan.platform.i18n.LocalName;

class AttainedTest {
  private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  private static Attainment course(int level) {
    return Attainment.given(
        1, "origin", CompetencyLevel.of(level).orElseThrow(), "S-1", DAY, 9, NOW);
  }

  private static Attainment assessed(CompetencyLevel level) {
    return Attainment.assessed(1, "origin", level, 9, NOW);
  }

  private static Attainment stated(CompetencyLevel level) {
    return Attainment.stated(1, "origin", level, true, NOW);
  }

  @Test
  void ofWhatOthersSayTheHighestCountsAndWhatOneSaysOneselfStandsAside() {
    Attained attained =
        Attained.of(
            List.of(
                course(2),
                course(1),
                assessed(CompetencyLevel.ADVANCED),
                stated(CompetencyLevel.EXPERT)));
    assertThat(attained.confirmed("origin")).isEqualTo(3);
    assertThat(attained.stated("origin")).isEqualTo(4);
    assertThat(attained.confirmed("valuation")).isZero();
    assertThat(attained.stated("valuation")).isZero();
  }

  @Test
  void whatGaveWayDoesNotCount() {
    Attainment said = stated(CompetencyLevel.TRAINED);
    said.giveWay();
    assertThat(said.asked()).isFalse();
    assertThat(Attained.of(List.of(said, assessed(null)))).isEqualTo(Attained.NOTHING);
  }

  @Test
  void whatAJobAsksForIsLackingUntilItIsConfirmedAtItsLevel() {
    ProfileSummary job =
        new ProfileSummary(
            "auditor",
            ProfileFamily.SPECIALIST,
            name("Auditor"),
            List.of(
                new NeededCompetency(
                    new CompetencySummary(
                        "origin",
                        CompetencyGroup.OPERATIONAL,
                        null,
                        name("Origin"),
                        name("Origin")),
                    CompetencyLevel.TRAINED)));
    assertThat(Attained.of(List.of(course(1), stated(CompetencyLevel.EXPERT))).lacking(job))
        .hasSize(1);
    assertThat(Attained.of(List.of(course(2))).lacking(job)).isEmpty();
  }

  private static LocalName name(String text) {
    return new LocalName(text, text, text, text, text, text);
  }
}
