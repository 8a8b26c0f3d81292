package org.portolan.radar.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What the rules find in a region of 1,000 sessions that nobody coordinated, and what a look costs.
 * Printed for those who judge how much of it is worth a person's time.
 */
class RadarBenchTest {
  private static final int SESSIONS = 1000;
  private static final int LOOKS = 20;
  private static final long MOST_MILLIS = 2000;

  @Test
  void aRegionOfAThousandSessionsIsLookedAtInTime() {
    RegionYear region = MadeRegion.of(5, SESSIONS, 30, 24);
    List<Finding> found = Rules.look(region);
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int look = 0; look < LOOKS; look++) {
      assertThat(Rules.look(region)).isEqualTo(found);
    }
    long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    double millis = spent / 1e6 / LOOKS;
    Map<FindingKind, Long> counts =
        found.stream()
            .collect(
                Collectors.groupingBy(
                    Finding::kind, () -> new EnumMap<>(FindingKind.class), Collectors.counting()));
    System.out.printf(
        "Radar of %d sessions: %d findings, %.1f ms CPU a look%n", SESSIONS, found.size(), millis);
    counts.forEach((kind, count) -> System.out.printf("  %-18s %4d%n", kind.code(), count));
    assertThat(millis).isLessThan(MOST_MILLIS);
    // a list that is longer than the plan would not be read
    assertThat(found).hasSizeLessThan(SESSIONS / 2);
  }

  @Test
  void aTenthOfTheSizeHasNoMoreFindingsForEachSession() {
    int small = Rules.look(MadeRegion.of(5, SESSIONS / 10, 6, 24)).size();
    assertThat(small).isLessThan(SESSIONS / 10);
  }
}
