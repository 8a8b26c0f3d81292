package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.portolan.enrolment.Samples.NOW;
import static org.portolan.enrolment.Samples.START;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Approver;
import org.portolan.approval.Ask;
import org.portolan.approval.Chain;
import org.portolan.calendar.ClosingDay;
import org.portolan.seat.Allocation;
import org.portolan.seat.ApplicationState;
import org.portolan.seat.Groups;
import org.portolan.seat.SeatBook;
import org.portolan.seat.SeatRules;
import org.portolan.seat.Standing;
import org.portolan.seat.Tally;

/** Who steps into whose place, and what each of them can read of it afterwards. */
class NominatingTest {
  private static final Statement WHY = Statement.motivation("Our audit unit");
  private static final Statement REASON = Statement.refusal("Ill");
  private static final Statement SILENT = Statement.remark(null);
  private static final long ACTOR = 3;

  private final SeatBook book = new SeatBook(Tally.empty(), Allocation.of(List.of()));
  private final Enrolment decided = enrolment(Chain.COORDINATOR);
  private final Enrolment chained =
      enrolment(Chain.of(Approver.COORDINATOR, Approver.CENTRE, Approver.DONOR));

  private Enrolment enrolment(Chain chain) {
    return new Enrolment(new SessionTerms(1, true, chain, START), book);
  }

  @BeforeEach
  void seats() {
    book.rule(SeatRules.plain(3, START), NOW);
  }

  private static Nominee nominee(long person) {
    return new Nominee(person, "XS", Groups.NONE);
  }

  private static Approver asked(Application application) {
    return application.asked().map(Ask::approver).orElse(null);
  }

  @Test
  void oneWhoIsWithTheCentreAlreadyIsRankedAnewAndNothingElse() {
    Application sent = chained.nominate(null, nominee(7), WHY, 1, ACTOR, NOW);
    assertThat(chained.nominate(sent, nominee(7), REASON, 2, ACTOR, START)).isSameAs(sent);
    assertThat(asked(sent)).isEqualTo(Approver.CENTRE);
  }

  @Test
  void oneWhoStillWaitsAtHomeIsNotSentOnceTheSessionBegan() {
    Application own = chained.apply(null, 7, "XS", Groups.NONE, WHY, NOW);
    assertThatThrownBy(() -> chained.nominate(own, nominee(7), WHY, 1, ACTOR, START))
        .hasMessageContaining("has begun");
    assertThat(asked(own)).isEqualTo(Approver.COORDINATOR);
  }

  @Test
  void afterTheClosingDayNobodyElseIsSentButAnAlternateStepsIn() {
    ClosingDay closing = ClosingDay.of(LocalDate.parse("2027-02-20"), "UTC");
    Instant after = Instant.parse("2027-02-21T00:00:00Z");
    Enrolment closes =
        new Enrolment(new SessionTerms(1, true, Chain.COORDINATOR, START, closing), book);
    Application sent = closes.nominate(null, nominee(7), WHY, 1, ACTOR, NOW);
    assertThatThrownBy(() -> closes.nominate(null, nominee(8), WHY, 2, ACTOR, after))
        .isInstanceOf(EnrolmentRefused.class)
        .hasMessage("Applications are closed");
    Application successor = closes.stepIn(sent, null, nominee(8), REASON, 1, ACTOR, after);
    assertThat(successor.state()).isEqualTo(ApplicationState.APPROVED);
  }

  @Test
  void whoSentTheOfficerIntoTheSeatIsKnown() {
    Application seated = decided.nominate(null, nominee(7), WHY, 1, ACTOR, NOW);
    assertThat(seated.newSteps())
        .last()
        .isEqualTo(
            new ApplicationStep(ApplicationState.APPROVED, ACTOR, WHY.text(), null, null, null));
  }

  @Test
  void whoStepsIntoASeatAppliesForTheSameAdministration() {
    Application leaving = decided.nominate(null, nominee(7), WHY, 1, ACTOR, NOW);
    Application successor = decided.stepIn(leaving, null, nominee(8), REASON, 1, ACTOR, NOW);
    assertThat(successor.memberCode()).isEqualTo("XS");
    assertThat(successor.motivation()).isEqualTo(REASON.text());
    assertThat(successor.chain()).isEqualTo(Chain.COORDINATOR);
    assertThat(successor.personId()).isEqualTo(8);
    assertThat(successor.sessionId()).isEqualTo(1);
  }

  @Test
  void whoWaitsInAPlaceAppliesInItsWay() {
    Application leaving = chained.nominate(null, nominee(7), WHY, 1, ACTOR, NOW);
    Application successor = chained.stepIn(leaving, null, nominee(8), REASON, 1, ACTOR, NOW);
    assertThat(successor.memberCode()).isEqualTo("XS");
    assertThat(successor.chain()).isEqualTo(leaving.chain());
    assertThat(successor.motivation()).isEqualTo(REASON.text());
    assertThat(successor.newSteps()).first().extracting("actorId").isEqualTo(8L);
  }

  @Test
  void oneWhoAppliedThemselvesGoesWhereThePlaceStood() {
    Application leaving = chained.nominate(null, nominee(7), WHY, 1, ACTOR, NOW);
    chained.approve(leaving, 4L, SILENT, NOW);
    assertThat(asked(leaving)).isEqualTo(Approver.DONOR);
    Application own = chained.apply(null, 8, "XS", Groups.NONE, WHY, NOW);

    assertThat(chained.stepIn(leaving, own, nominee(8), REASON, 1, ACTOR, NOW)).isSameAs(own);

    assertThat(leaving.state()).isEqualTo(ApplicationState.WITHDRAWN);
    assertThat(own.state()).isEqualTo(ApplicationState.WAITING);
    assertThat(asked(own)).as("the centre agreed to the place").isEqualTo(Approver.DONOR);
  }

  @Test
  void oneWhoIsFurtherStaysThere() {
    Application leaving = chained.nominate(null, nominee(7), WHY, 1, ACTOR, NOW);
    Application own = chained.nominate(null, nominee(8), WHY, 2, ACTOR, NOW);
    chained.approve(own, 4L, SILENT, NOW);
    chained.stepIn(leaving, own, nominee(8), REASON, 1, ACTOR, NOW);
    assertThat(asked(own)).isEqualTo(Approver.DONOR);
  }

  @Test
  void whileCentreOrDonorAreAskedAgainNobodyStepsIn() {
    Application leaving = chained.nominate(null, nominee(7), WHY, 1, ACTOR, NOW);
    chained.approve(leaving, 4L, SILENT, NOW);
    asksAgain(leaving, Approver.CENTRE);
    assertThatThrownBy(() -> chained.stepIn(leaving, null, nominee(8), REASON, 1, ACTOR, NOW))
        .hasMessageContaining("asked again");
    chained.approve(leaving, 4L, SILENT, NOW);
    chained.approve(leaving, 5L, SILENT, NOW);
    assertThat(leaving.state()).isEqualTo(ApplicationState.APPROVED);
    asksAgain(leaving, Approver.COORDINATOR, Approver.DONOR);
    assertThatThrownBy(() -> chained.stepIn(leaving, null, nominee(8), REASON, 1, ACTOR, NOW))
        .hasMessageContaining("asked again");
    // whoever sends another has answered for their own administration
    asksAgain(leaving, Approver.COORDINATOR);
    Application successor = chained.stepIn(leaving, null, nominee(8), REASON, 1, ACTOR, NOW);
    assertThat(successor.state()).isEqualTo(ApplicationState.APPROVED);
    assertThat(leaving.askedAgain()).isFalse();
  }

  private static void asksAgain(Application application, Approver... differing) {
    Set<Approver> all = Set.of(differing);
    application.changed(
        all,
        all,
        new SessionTerms(1, true, application.chain(), START).asking(application.chain(), NOW));
  }

  @Test
  void aSeatThatNobodyGaveHasNoGiver() {
    Application seated = enrolment(Chain.NONE).apply(null, 7, "XS", Groups.NONE, WHY, NOW);
    assertThat(seated.newSteps())
        .last()
        .isEqualTo(new ApplicationStep(ApplicationState.APPROVED, null, null, null, null, null));
    assertThat(seated.reason()).isNull();
  }

  @Test
  void theLastStepSaysWhereOneStoodInTheRanking() {
    Application sent = chained.nominate(null, nominee(7), WHY, 1, ACTOR, NOW);
    int before = sent.newSteps().size();
    sent.ranked("place=2 of=9");
    assertThat(sent.newSteps()).hasSize(before);
    assertThat(sent.newSteps()).last().extracting("selection").isEqualTo("place=2 of=9");
    assertThat(sent.newSteps()).first().extracting("selection").isNull();
  }

  @Test
  void whatBecameOfItIsNewsUntilTheApplicantIsTold() {
    Application seated = decided.nominate(null, nominee(7), WHY, 1, ACTOR, NOW);
    assertThat(seated.news()).isTrue();
    assertThat(seated.movedFrom()).as("it is new").isNull();
    seated.told();
    assertThat(seated.news()).isFalse();
    assertThat(new Application(1, 8).news()).as("nothing happened to it").isFalse();
  }

  @Test
  void nobodyIsAskedAboutAnOfferThatLapsed() {
    Application waits = chained.nominate(null, nominee(7), WHY, 1, ACTOR, NOW);
    waits.stand(new Standing(ApplicationState.OFFERED, Groups.NONE, 0, START));
    assertThat(asked(waits)).isEqualTo(Approver.CENTRE);
    waits.stand(new Standing(ApplicationState.LAPSED, Groups.NONE, 0, null));
    assertThat(asked(waits)).isNull();
  }
}
