package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portolan.enrolment.Samples.NOW;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Approver;
import org.portolan.approval.Change;
import org.portolan.approval.Difference;
import org.portolan.seat.ApplicationState;

class DiscretionTest {
  private static final Difference WHY = new Difference(Change.MOTIVATION, "One", "Two");
  private static final Difference DAYS = new Difference(Change.DAYS, "a/b", "c/d");
  private static final Difference SUPERVISOR =
      new Difference(Change.SUPERVISOR, "Al <x> Bo <al@x.org>", "Bo <bo@x.org>");
  private static final List<Difference> ALL = List.of(WHY, SUPERVISOR, DAYS);

  @Test
  void thoseAtHomeReadAll() {
    assertThat(new Discretion(true, true).of(ALL)).isEqualTo(ALL);
  }

  @Test
  void othersReadTheNameOnly() {
    assertThat(new Discretion(false, true).of(ALL))
        .containsExactly(WHY, new Difference(Change.SUPERVISOR, "Al <x> Bo", "Bo"), DAYS);
  }

  @Test
  void whoDoesNotJudgeByItReadsNoEarlierMotivation() {
    AskedAgain again = new Discretion(true, false).of(new AskedAgain(Approver.DONOR, 4, ALL));
    assertThat(again).isEqualTo(new AskedAgain(Approver.DONOR, 4, List.of(SUPERVISOR, DAYS)));
  }

  @Test
  void whyItEndedAtHomeIsForThoseAtHome() {
    Discretion home = new Discretion(true, true);
    Discretion centre = new Discretion(false, true);
    Discretion donor = new Discretion(false, false);
    for (Approver each : List.of(Approver.SUPERVISOR, Approver.COORDINATOR)) {
      assertThat(said(home, "refused", "stop", each)).isEqualTo("words");
      assertThat(said(centre, "refused", "stop", each)).isNull();
      assertThat(said(centre, "withdrawn", "done", each)).as("taken back").isNull();
      assertThat(said(centre, "agreed", "done", each)).as("for those after").isEqualTo("words");
      assertThat(said(donor, "refused", "stop", each)).isNull();
      assertThat(said(donor, "agreed", "done", each)).isNull();
      assertThat(home.of(new Refusal(each, "words")).reason()).isEqualTo("words");
      assertThat(centre.of(new Refusal(each, "words"))).isEqualTo(new Refusal(each, null));
    }
    assertThat(said(centre, "refused", "stop", null)).as("nobody knows by whom").isNull();
  }

  @Test
  void whyOthersWerePutBeforeIsForThoseWhoJudge() {
    OutOfTurn moved = new OutOfTurn(7, NOW, "words", null);
    assertThat(new Discretion(true, true).others(List.of(moved))).containsExactly(moved);
    assertThat(new Discretion(false, true).others(List.of(moved))).containsExactly(moved);
    assertThat(new Discretion(false, false).others(List.of(moved)))
        .containsExactly(new OutOfTurn(7, NOW, null, null));
  }

  @Test
  void aCentreReadsWhatWasSaidAbroadADonorTheirOwnWords() {
    Discretion centre = new Discretion(false, true);
    Discretion donor = new Discretion(false, false);
    assertThat(said(centre, "refused", "stop", Approver.CENTRE)).isEqualTo("words");
    assertThat(said(centre, "refused", "stop", Approver.DONOR)).isEqualTo("words");
    assertThat(said(centre, "approved", "done", null)).as("for a free seat").isEqualTo("words");
    assertThat(said(donor, "refused", "stop", Approver.CENTRE)).isNull();
    assertThat(said(donor, "approved", "done", null)).isNull();
    assertThat(said(donor, "refused", "stop", Approver.DONOR)).isEqualTo("words");
    assertThat(donor.of(new Refusal(Approver.DONOR, "words")).reason()).isEqualTo("words");
    assertThat(donor.of(new Refusal(Approver.CENTRE, "words")).reason()).isNull();
  }

  @Test
  void whatWasSaidWhenItWasDecidedIsForThoseWhoReadThatStep() {
    List<Timeline.Past> steps =
        List.of(
            past(ApplicationState.APPROVED, "Good", Approver.COORDINATOR),
            past(ApplicationState.WITHDRAWN, "Ill", null),
            past(ApplicationState.WITHDRAWN, null, null));
    Discretion centre = new Discretion(false, true);
    assertThat(centre.reason("Ill", steps)).isNull();
    assertThat(centre.reason("Good", steps)).isEqualTo("Good");
    assertThat(centre.reason(null, steps)).isNull();
    assertThat(new Discretion(true, true).reason("Ill", steps)).isEqualTo("Ill");
    assertThat(new Discretion(false, false).reason("Good", steps)).isNull();
  }

  private static Timeline.Past past(ApplicationState state, String reason, Approver approver) {
    return new Timeline.Past(state, "Cy", false, reason, NOW, approver, null, null);
  }

  private static String said(Discretion reader, String what, String phase, Approver approver) {
    return reader
        .of(new TimelineStep(what, phase, NOW, "Cy", approver, "words", null, List.of()))
        .reason();
  }
}
