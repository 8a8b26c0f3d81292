package org.portolan.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Which bookings meet a wanted one. */
class ClashesTest {
  private static final long HALL = 1;
  private static final long ROOM = 2;

  private static Span hours(int from, int until) {
    return new Span(hour(from), hour(until));
  }

  private static Instant hour(int hour) {
    return Instant.parse("2027-03-01T00:00:00Z").plusSeconds(3600L * hour);
  }

  private static Map<Long, List<Span>> one(Span wanted, Taken... taken) {
    return Clashes.of(HALL, 1, 1, List.of(wanted), List.of(taken));
  }

  @Test
  void whatEndsWhenAnotherBeginsDoesNotMeetIt() {
    assertThat(one(hours(9, 12), new Taken(7, HALL, 1, hours(12, 14)))).isEmpty();
    assertThat(one(hours(9, 12), new Taken(7, HALL, 1, hours(6, 9)))).isEmpty();
    assertThat(one(hours(9, 12), new Taken(7, HALL, 1, hours(11, 14))))
        .containsOnly(Map.entry(7L, List.of(hours(9, 12))));
    assertThat(one(hours(9, 12), new Taken(7, HALL, 1, hours(10, 11)))).containsOnlyKeys(7L);
  }

  @Test
  void everyTimeOfAnotherThatIsMetIsNamedOnce() {
    Map<Long, List<Span>> clashes =
        Clashes.of(
            HALL,
            1,
            1,
            List.of(hours(0, 8), hours(24, 32), hours(48, 56)),
            List.of(
                new Taken(7, HALL, 1, hours(1, 2)),
                new Taken(7, HALL, 1, hours(3, 4)),
                new Taken(7, HALL, 1, hours(50, 51))));
    assertThat(clashes).containsOnly(Map.entry(7L, List.of(hours(0, 8), hours(48, 56))));
  }

  @Test
  void severalOfAKindAreTakenUntilNoneIsLeft() {
    List<Taken> taken =
        List.of(new Taken(7, HALL, 3, hours(9, 11)), new Taken(8, HALL, 4, hours(10, 12)));
    assertThat(Clashes.of(HALL, 10, 3, List.of(hours(8, 13)), taken)).isEmpty();
    assertThat(Clashes.of(HALL, 10, 4, List.of(hours(8, 13)), taken)).containsOnlyKeys(7L, 8L);
    // the two are never out at the same time here
    assertThat(Clashes.of(HALL, 10, 6, List.of(hours(11, 13)), taken)).isEmpty();
  }

  @Test
  void whatLiesTogetherIsTakenWhole() {
    assertThat(
            Clashes.of(
                HALL, 10, 1, List.of(hours(9, 12)), List.of(new Taken(7, ROOM, 1, hours(9, 10)))))
        .containsOnlyKeys(7L);
  }

  @Test
  void aSpanHasAnEnd() {
    assertThatThrownBy(() -> hours(9, 9)).isInstanceOf(IllegalArgumentException.class);
    assertThat(hours(9, 12).with(30, 60))
        .isEqualTo(
            new Span(Instant.parse("2027-03-01T08:30:00Z"), Instant.parse("2027-03-01T13:00:00Z")));
  }

  /** Counts hour by hour what the rule finds by its spans. */
  @RepeatedTest(200)
  void noHourIsEverTakenTooOften(RepetitionInfo run) {
    Random random = new Random(20261127L + run.getCurrentRepetition());
    int quantity = 1 + random.nextInt(4);
    int amount = 1 + random.nextInt(quantity);
    List<Taken> taken = new ArrayList<>();
    for (int i = 0; i < random.nextInt(12); i++) {
      int from = random.nextInt(40);
      taken.add(
          new Taken(
              i,
              random.nextInt(4) == 0 ? ROOM : HALL,
              1 + random.nextInt(quantity),
              hours(from, from + 1 + random.nextInt(10))));
    }
    int begin = random.nextInt(30);
    Span wanted = hours(begin, begin + 1 + random.nextInt(12));
    TreeSet<Long> expected = new TreeSet<>();
    boolean tooMuch = false;
    for (int hour = begin; hour(hour).isBefore(wanted.until()); hour++) {
      int at = hour;
      List<Taken> then =
          taken.stream().filter(each -> each.span().meets(hours(at, at + 1))).toList();
      then.stream()
          .filter(each -> each.resource() == ROOM)
          .forEach(each -> expected.add(each.booking()));
      tooMuch |=
          then.stream().filter(each -> each.resource() == HALL).mapToInt(Taken::amount).sum()
                  + amount
              > quantity;
    }
    if (tooMuch) {
      taken.stream()
          .filter(each -> each.resource() == HALL && each.span().meets(wanted))
          .forEach(each -> expected.add(each.booking()));
    }
    assertThat(Clashes.of(HALL, quantity, amount, List.of(wanted), taken).keySet())
        .containsExactlyInAnyOrderElementsOf(expected);
  }
}
