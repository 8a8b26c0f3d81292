package org.portolan.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.Argon2Function;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
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

  private static List<SessionRows.Planned> plan(long seed) {
    return new WorldGenerator(seed, WorldSize.small(), DAY).planned();
  }
}
