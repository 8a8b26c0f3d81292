package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portolan.enrolment.Samples.START;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portolan.catalog.Entry;
import org.portolan.seat.SeatRules;

/** What the pages of the calendar may promise to one more who applies. */
class KeptSeatsTest {
  private static String rules(int margin, int queue) {
    return new SeatRules(
            2, margin, queue, Duration.ZERO, Duration.ZERO, START, true, List.of(), List.of())
        .text();
  }

  @Test
  void aSeatThatNobodyHasIsOne() {
    assertThat(KeptSeats.entry(2, 1, 0, null)).isEqualTo(Entry.SEAT);
    assertThat(KeptSeats.entry(2, 1, 3, rules(0, 3))).isEqualTo(Entry.SEAT);
  }

  @Test
  void whereAllAreTakenNobodyGetsInUnlessTheCentreSaysSo() {
    assertThat(KeptSeats.entry(2, 2, 0, null)).isEqualTo(Entry.NONE);
    assertThat(KeptSeats.entry(2, 2, 0, rules(0, 0))).isEqualTo(Entry.NONE);
  }

  @Test
  void seatsBeyondThoseOfTheSessionAreSeatsToo() {
    assertThat(KeptSeats.entry(2, 2, 0, rules(1, 0))).isEqualTo(Entry.SEAT);
    assertThat(KeptSeats.entry(2, 3, 0, rules(1, 0))).isEqualTo(Entry.NONE);
    assertThat(KeptSeats.entry(1, 2, 0, rules(2, 0)))
        .as("never more beyond than the session has by now")
        .isEqualTo(Entry.NONE);
  }

  @Test
  void theListTakesPeopleUntilItIsFull() {
    assertThat(KeptSeats.entry(2, 2, 4, rules(0, 5))).isEqualTo(Entry.LIST);
    assertThat(KeptSeats.entry(2, 2, 5, rules(0, 5))).isEqualTo(Entry.NONE);
  }
}
