package org.portolan.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RollFoldTest {
  private static final Instant NINE = Instant.parse("2027-03-08T09:00:00Z");
  private static final Attendee ADA = Attendee.seated(1);
  private static final String HALF = "2027-03-08-am";
  private static final String ONE = "10000000-0000-4000-8000-000000000000";
  private static final String TWO = "20000000-0000-4000-8000-000000000000";

  @Test
  void theLaterOfTwoTabletsHoldsWhicheverCameFirst() {
    Mark early = mark(ONE, 1, Presence.ABSENT, NINE);
    Mark late = mark(TWO, 1, Presence.PRESENT, NINE.plusSeconds(5));
    assertThat(state(List.of(early, late))).isEqualTo(Presence.PRESENT);
    assertThat(state(List.of(late, early))).isEqualTo(Presence.PRESENT);
  }

  @Test
  void ofTwoAtTheSameMomentThatOfTheLaterNameHolds() {
    Mark one = mark(ONE, 1, Presence.ABSENT, NINE);
    Mark two = mark(TWO, 1, Presence.PRESENT, NINE);
    assertThat(state(List.of(two, one))).isEqualTo(Presence.PRESENT);
  }

  @Test
  void whatATabletMarkedLaterHoldsThoughItsClockWentBack() {
    Mark first = mark(ONE, 1, Presence.ABSENT, NINE);
    Mark second = mark(ONE, 2, Presence.PRESENT, NINE.minusSeconds(3600));
    assertThat(state(List.of(second, first))).isEqualTo(Presence.PRESENT);
  }

  @Test
  void whatTheTrainerNotedHoldsAgainstTheDoorEarlierOrLater() {
    Mark door = mark(Mark.DOOR, 1, Presence.PRESENT, NINE);
    for (int minutes : new int[] {-10, 10}) {
      Mark trainer = mark(ONE, 1, Presence.ABSENT, NINE.plusSeconds(60L * minutes));
      assertThat(state(List.of(door, trainer))).isEqualTo(Presence.ABSENT);
      assertThat(state(List.of(trainer, door))).isEqualTo(Presence.ABSENT);
    }
    assertThat(state(List.of(door))).isEqualTo(Presence.PRESENT);
  }

  @Test
  void whatWasRefusedDoesNotCount() {
    Mark first = mark(ONE, 1, Presence.ABSENT, NINE);
    Mark late = mark(TWO, 1, Presence.PRESENT, NINE.plusSeconds(9));
    Mark refused =
        new Mark(late.sent(), TWO, late.markedAt(), late.receivedAt(), 1, null, "closed");
    assertThat(state(List.of(first, refused))).isEqualTo(Presence.ABSENT);
  }

  @Test
  void anyOrderOfArrivalAddsUpToTheSame() {
    Random random = new Random(20270308);
    for (int round = 0; round < 200; round++) {
      List<Mark> marks = new ArrayList<>();
      int[] counters = new int[3];
      for (int i = 0; i < 40; i++) {
        int device = random.nextInt(3);
        String name = device + "0000000-0000-4000-8000-000000000000";
        Attendee who = Attendee.seated(random.nextInt(4));
        marks.add(
            mark(
                name,
                ++counters[device],
                who,
                Presence.values()[random.nextInt(4)],
                NINE.plusSeconds(random.nextInt(20) - 10)));
      }
      String digest = new RollFold(marks).digest();
      Collections.shuffle(marks, random);
      assertThat(new RollFold(marks).digest()).as("round %d", round).isEqualTo(digest);
      assertThat(new RollFold(marks).held()).hasSizeLessThanOrEqualTo(4);
    }
  }

  @Test
  void theDigestNamesWhatHoldsAndNotHowItCameAbout() {
    Mark first = mark(ONE, 1, Presence.ABSENT, NINE);
    Mark second = mark(TWO, 1, Presence.PRESENT, NINE.plusSeconds(1));
    Mark other = mark(ONE, 1, Presence.PRESENT, NINE);
    assertThat(new RollFold(List.of(first, second)).digest())
        .isEqualTo(new RollFold(List.of(other)).digest())
        .isNotEqualTo(new RollFold(List.of(first)).digest());
  }

  private static Presence state(List<Mark> marks) {
    return new RollFold(marks).held().get(ADA).get(HALF).sent().presence();
  }

  private static Mark mark(String device, int counter, Presence presence, Instant at) {
    return mark(device, counter, ADA, presence, at);
  }

  static Mark mark(String device, int counter, Attendee who, Presence presence, Instant at) {
    SentMark sent =
        new SentMark(
            new UUID(device.charAt(0), counter).toString(),
            who,
            HALF,
            presence,
            counter,
            at.toEpochMilli(),
            "",
            "0".repeat(64));
    return new Mark(sent, device, at, at, 1, null, null);
  }
}
