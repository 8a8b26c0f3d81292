package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portolan.enrolment.Samples.NOW;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Approver;
import org.portolan.enrolment.Timeline.Past;
import org.portolan.seat.ApplicationState;
import org.portolan.selection.Placed;

/** What one who stood before others may read of why they got what he did not. */
class OutOfTurnTest {
  private static final OutOfTurn CHOSEN = chosen(5, 1, 400);

  private static OutOfTurn chosen(int minutes, int passed, int share) {
    return new OutOfTurn(7, after(minutes), "Cargo", placed(passed, share));
  }

  private static Placed placed(int passed, int share) {
    return Placed.of("place=3 of=9 passed=" + passed + " share=" + share);
  }

  private static Instant after(int minutes) {
    return NOW.plusSeconds(60L * minutes);
  }

  private static List<Past> mine(Past... more) {
    List<Past> steps = new ArrayList<>();
    steps.add(step(ApplicationState.WAITING, 0, null, null, null));
    steps.add(step(ApplicationState.WAITING, 2, Approver.COORDINATOR, "agreed", null));
    steps.add(step(ApplicationState.WAITING, 8, Approver.CENTRE, "reminded", null));
    steps.addAll(List.of(more));
    return steps;
  }

  private static Past step(
      ApplicationState state, int minutes, Approver approver, String event, Placed selection) {
    return new Past(state, "", false, "No", after(minutes), approver, event, selection);
  }

  private static Past refused(Approver approver) {
    return step(ApplicationState.REFUSED, 10, approver, null, placed(0, 500));
  }

  @Test
  void whoWaitsOrWasRefusedByTheCentreReadsWhoWasSelectedMeanwhile() {
    assertThat(OutOfTurn.before(true, mine(), List.of(CHOSEN))).containsExactly(CHOSEN);
    assertThat(OutOfTurn.before(false, mine(refused(Approver.CENTRE)), List.of(CHOSEN)))
        .containsExactly(CHOSEN);
    assertThat(OutOfTurn.before(false, mine(refused(Approver.DONOR)), List.of(CHOSEN))).isEmpty();
    assertThat(OutOfTurn.before(false, mine(), List.of(CHOSEN))).isEmpty();
  }

  @Test
  void onlyWhatHappenedWhileItWaitedAgainstTheRankingAndWithNoMorePoints() {
    List<Past> refused = mine(refused(Approver.CENTRE));
    OutOfTurn none = new OutOfTurn(7, after(5), "Moved", null);
    assertThat(
            OutOfTurn.before(
                false,
                refused,
                List.of(
                    chosen(1, 1, 400), // before it came to the centre
                    chosen(11, 1, 400),
                    chosen(5, 0, 400),
                    chosen(5, 1, 501),
                    none)))
        .isEmpty();
    List<OutOfTurn> just = List.of(chosen(2, 1, 500), chosen(10, 1, 500));
    assertThat(OutOfTurn.before(false, refused, just)).isEqualTo(just);
  }

  @Test
  void itSpeaksOfNobodyByName() {
    OutOfTurn said =
        new OutOfTurn(7, NOW, "Ana Lima leads it; ana (LIMA) knows the Limassol line.", null);
    assertThat(said.without("Ana", "Lima", null, " ").reason())
        .isEqualTo("… … leads it; … (…) knows the Limassol line.");
  }

  @Test
  void itIsWhatTheLedgerTellsOfTheSameApplicationAtThatMoment() {
    assertThat(CHOSEN.is(7, after(5).plusNanos(999))).isTrue();
    assertThat(CHOSEN.is(8, after(5))).isFalse();
    assertThat(CHOSEN.is(7, after(5).plusMillis(1))).isFalse();
  }
}
