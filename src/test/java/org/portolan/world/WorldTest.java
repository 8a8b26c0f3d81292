package org.portolan.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.Argon2Function;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorldTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

  @Test
  void theSharedHashIsOfTheSharedPassword() {
    assertThat(
            Argon2Function.getInstanceFromHash(PeopleRows.HASH)
                .check(World.PASSWORD, PeopleRows.HASH))
        .isTrue();
  }

  @Test
  void fewWordsAreCommonAndMostAreRare() {
    Zipf zipf = new Zipf(1_000);
    SplittableRandom random = new SplittableRandom(7);
    int[] ranks = IntStream.range(0, 20_000).map(i -> zipf.draw(random)).toArray();
    assertThat(IntStream.of(ranks).filter(rank -> rank == 0).count()).isBetween(2_400L, 2_900L);
    assertThat(IntStream.of(ranks).filter(rank -> rank >= 500).count()).isBetween(1_600L, 2_100L);
  }

  @Test
  void theSameSeedPlansTheSameSessions() {
    assertThat(plan(1)).isEqualTo(plan(1)).isNotEqualTo(plan(2));
  }

  @Test
  void aWorldOfYearsHasSessionsInEachAndAFirstCentreWithMore() {
    List<SessionRows.Planned> sessions =
        new WorldGenerator(1, WorldSize.calendarTenth(), DAY).planned();
    Map<Integer, Long> byYear =
        sessions.stream()
            .collect(Collectors.groupingBy(each -> each.first().getYear(), Collectors.counting()));
    assertThat(byYear.values().stream().filter(number -> number > 200)).hasSizeBetween(9, 11);
    Map<String, Long> byCentre =
        sessions.stream()
            .collect(Collectors.groupingBy(each -> each.centre().code(), Collectors.counting()));
    assertThat(byCentre).hasSize(20);
    assertThat(byCentre.values()).allMatch(number -> number > 100);
  }

  private static List<SessionRows.Planned> plan(long seed) {
    return new WorldGenerator(seed, WorldSize.small(), DAY).planned();
  }
}
