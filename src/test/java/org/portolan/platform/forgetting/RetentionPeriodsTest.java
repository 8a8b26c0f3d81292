package org.portolan.platform.forgetting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portolan.platform.retention.RetentionRule;

/** What operators may write about how long records are kept. */
class RetentionPeriodsTest {
  private static final RetentionRule LETTERS = new Kind("old-letters");

  @ParameterizedTest
  @ValueSource(strings = {"P30D", " P2Y ", "P6M", "P5W", "P1Y2M3D", "p90d", "never", " Never "})
  void aPeriodOfTheLeastOrMoreIsOne(String text) {
    assertThat(RetentionPeriods.refusal(LETTERS, text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "P0D",
        "P29D",
        "P4W",
        "P-40D",
        "P40D-",
        "40",
        "40 days",
        "PT960H",
        "soon",
        "P1Y-2M",
        "P101Y",
        "P99999999Y",
        "for ever"
      })
  void anythingElseIsRefusedInWordsThatNameTheSetting(String text) {
    assertThat(RetentionPeriods.refusal(LETTERS, text))
        .hasValueSatisfying(
            refusal ->
                assertThat(refusal)
                    .startsWith("PORTOLAN_RETENTION_OLD_LETTERS must be a period such as P180D")
                    .contains("not shorter than P30D", "never", text));
  }

  @Test
  void aKindThatThereIsNotIsRefusedHoweverItIsWritten() {
    for (String name :
        List.of(
            "PORTOLAN_RETENTION_LETTERS",
            "portolan.retention.letters",
            "portolan.retention.x",
            "portolan.retention.old-letters")) {
      assertThat(RetentionPeriods.unknown(Set.of("PATH", name), List.of(LETTERS)))
          .as(name)
          .hasValueSatisfying(
              refusal ->
                  assertThat(refusal).contains("sets nothing", "PORTOLAN_RETENTION_OLD_LETTERS"));
    }
    assertThat(
            RetentionPeriods.unknown(
                Set.of(
                    "PATH",
                    "PORTOLAN_CLOCK",
                    "PORTOLAN_RETENTION_OLD_LETTERS",
                    "portolan.retention.old.letters"),
                List.of(LETTERS)))
        .isEmpty();
  }

  @Test
  void aPeriodReachesBackFromNowAndNeverReachesNothing() {
    Instant now = Instant.parse("2026-03-31T10:00:00.5Z");
    assertThat(RetentionPeriod.read("P1M").orElseThrow().before(now))
        .contains(Instant.parse("2026-02-28T10:00:00.5Z"));
    assertThat(RetentionPeriod.read("never").orElseThrow().before(now)).isEmpty();
  }

  @Test
  void aRunIsDueOnceADayAndOneThatDidNotEndIsGoneOnWith() {
    Instant now = Instant.parse("2026-03-31T10:00:00Z");
    RetentionRun run = new RetentionRun("letters");
    run.begin(now);
    run.count(3);
    assertThat(run.dueAt(now)).isTrue();
    run.begin(now);
    run.count(2);
    run.end(now, false);
    assertThat(run.forgotten()).isEqualTo(5);
    assertThat(run.dueAt(now.plusSeconds(22 * 3600))).isFalse();
    assertThat(run.dueAt(now.plusSeconds(23 * 3600))).isTrue();
    run.begin(now);
    assertThat(run.forgotten()).isZero();
  }

  private record Kind(String kind) implements RetentionRule {
    @Override
    public Period usual() {
      return Period.ofDays(180);
    }

    @Override
    public Period least() {
      return Period.ofDays(30);
    }

    @Override
    public int forget(Instant before, int most) {
      throw new UnsupportedOperationException(Optional.of(before).toString());
    }
  }
}
