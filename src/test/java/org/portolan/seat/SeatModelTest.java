package org.portolan.seat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Many random lives of a session. */
class SeatModelTest {
  private static final int DEEDS = 50;

  @Test
  void theBookAgreesWithTheReferenceAndTheLedgerWithBoth() {
    int runs =
        Integer.getInteger("portolan.runs", Boolean.getBoolean("portolan.drill") ? 10_000 : 1_000);
    long first = Long.getLong("portolan.seed", new Random().nextLong() >>> 16);
    for (int i = 0; i < runs; i++) {
      assertThat(SeatModelRun.disagreement(first + i, DEEDS)).as("seed %d", first + i).isNull();
    }
    System.out.println(
        "Seats: " + runs + " sequences of " + DEEDS + " deeds, seed " + first + ", 0 differ");
  }
}
