package org.portolan.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeviceChainTest {
  private static final String DEVICE = "10000000-0000-4000-8000-000000000000";
  private static final Instant NINE = Instant.parse("2027-03-08T09:00:00Z");

  @Test
  void aChainIsWholeInWhateverOrderItCame() {
    List<Mark> marks = chain(5);
    Collections.reverse(marks);
    assertThat(DeviceChain.of(marks)).singleElement().matches(DeviceChain::whole);
    assertThat(DeviceChain.of(marks).get(0).marks()).isEqualTo(5);
  }

  @Test
  void whatIsMissingIsNamed() {
    List<Mark> marks = chain(6);
    marks.remove(3);
    marks.remove(2);
    assertThat(DeviceChain.of(marks).get(0).missing()).containsExactly(3, 4);
    assertThat(DeviceChain.of(marks).get(0).broken()).isEmpty();
  }

  @Test
  void whatWasChangedIsNamed() {
    List<Mark> marks = chain(4);
    SentMark was = marks.get(1).sent();
    SentMark changed =
        new SentMark(
            was.id(),
            was.attendee(),
            was.half(),
            Presence.EXCUSED,
            was.counter(),
            was.millis(),
            was.previous(),
            was.hash());
    marks.set(1, kept(changed));
    assertThat(DeviceChain.of(marks).get(0).broken()).containsExactly(2);
  }

  @Test
  void marksThatChangedPlacesAreNamed() {
    List<Mark> marks = chain(4);
    SentMark two = marks.get(1).sent();
    SentMark three = marks.get(2).sent();
    marks.set(1, kept(moved(three, 2)));
    marks.set(2, kept(moved(two, 3)));
    assertThat(DeviceChain.of(marks).get(0).broken()).contains(2, 3);
  }

  @Test
  void twoWithTheSameNumberAreNamed() {
    List<Mark> marks = chain(3);
    SentMark other =
        SentMark.next(
            new DeviceChain.Head(1, marks.get(0).sent().hash()),
            DEVICE,
            new UUID(9, 9).toString(),
            Attendee.seated(7),
            "2027-03-08-am",
            Presence.LATE,
            1);
    marks.add(kept(other));
    assertThat(DeviceChain.of(marks).get(0).broken()).contains(2);
  }

  @Test
  void theNextFollowsTheLast() {
    List<Mark> marks = chain(3);
    assertThat(DeviceChain.head(marks, DEVICE))
        .isEqualTo(new DeviceChain.Head(3, marks.get(2).sent().hash()));
    assertThat(DeviceChain.head(marks, Mark.DESK)).isEqualTo(DeviceChain.Head.NONE);
  }

  private static SentMark moved(SentMark mark, int counter) {
    return new SentMark(
        mark.id(),
        mark.attendee(),
        mark.half(),
        mark.presence(),
        counter,
        mark.millis(),
        mark.previous(),
        mark.hash());
  }

  private static List<Mark> chain(int many) {
    List<Mark> marks = new ArrayList<>();
    DeviceChain.Head head = DeviceChain.Head.NONE;
    for (int i = 1; i <= many; i++) {
      SentMark next =
          SentMark.next(
              head,
              DEVICE,
              new UUID(1, i).toString(),
              Attendee.seated(i),
              "2027-03-08-am",
              Presence.PRESENT,
              i);
      marks.add(kept(next));
      head = new DeviceChain.Head(next.counter(), next.hash());
    }
    return marks;
  }

  private static Mark kept(SentMark sent) {
    return new Mark(sent, DEVICE, NINE, NINE, 1, null, null);
  }
}
