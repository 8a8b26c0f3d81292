package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Approver;
import org.portolan.approval.Ask;
import org.portolan.approval.Chain;
import org.portolan.calendar.ClosingDay;
import org.portolan.enrolment.ApplicationStep.Event;
import org.portolan.enrolment.EnrolmentRefused.Kind;
import org.portolan.platform.web.Problem;
import org.portolan.seat.ApplicationState;
import org.portolan.seat.Candidate;
import org.portolan.seat.Groups;
import org.portolan.seat.SeatBook;
import org.portolan.seat.SeatRules;
import org.portolan.seat.Tally;
import org.portolan.seat.WaitingList;

class EnrolmentTest {
  private static final Instant NOW = Instant.parse("2027-02-02T10:00:00Z");
  private static final Instant START = Instant.parse("2027-03-08T09:00:00Z");
  private static final Statement WHY = Statement.motivation("The audit unit needs it");
  private static final Statement NO_REMARK = Statement.remark(null);
  private static final Statement REASON = Statement.refusal("Too soon");

  private final SeatBook book = new SeatBook(Tally.empty(), new NobodyWaits());
  private final Enrolment free = new Enrolment(new SessionTerms(1, true, Chain.NONE, START), book);
  private final Enrolment decided =
      new Enrolment(new SessionTerms(1, true, Chain.COORDINATOR, START), book);

  /** A session without a waiting list. */
  private static final class NobodyWaits implements WaitingList {
    @Override
    public Optional<Candidate> first(Predicate<Groups> fits) {
      return Optional.empty();
    }

    @Override
    public List<Candidate> overdue(Instant moment) {
      return List.of();
    }

    @Override
    public Optional<Instant> nextEnd() {
      return Optional.empty();
    }

    @Override
    public long placeBefore(long place) {
      return 0;
    }
  }

  @BeforeEach
  void oneSeat() {
    book.rule(SeatRules.plain(1, START), NOW);
  }

  @Test
  void afterTheClosingDayNobodyAppliesAndWhatIsThereGoesOn() {
    ClosingDay closing = ClosingDay.of(LocalDate.parse("2027-02-20"), "UTC");
    Instant last = Instant.parse("2027-02-20T23:59:59Z");
    Instant after = last.plusSeconds(1);
    Enrolment closes =
        new Enrolment(new SessionTerms(1, true, Chain.COORDINATOR, START, closing), book);
    Application application = closes.apply(null, 7, "XS", Groups.NONE, WHY, last);
    assertThatThrownBy(() -> closes.apply(null, 8, "XS", Groups.NONE, WHY, after))
        .asInstanceOf(type(EnrolmentRefused.class))
        .satisfies(
            refused -> {
              assertThat(refused.kind()).isEqualTo(EnrolmentRefused.Kind.CLOSED);
              assertThat(refused.type()).isEqualTo("closed");
              assertThat(refused.detail()).isEqualTo("Applications closed on 2027-02-20");
            });
    assertThat(closes.apply(application, 7, "XS", Groups.NONE, WHY, after)).isSameAs(application);
    closes.approve(application, 4L, NO_REMARK, after);
    assertThat(application.state()).isEqualTo(ApplicationState.APPROVED);
    closes.withdraw(application, after);
    assertThatThrownBy(() -> closes.apply(application, 7, "XS", Groups.NONE, WHY, after))
        .as("a second time")
        .isInstanceOf(EnrolmentRefused.class);
    Nominee other = new Nominee(9, "XS", Groups.NONE);
    assertThatThrownBy(() -> closes.nominate(null, other, WHY, 1, 4L, after))
        .isInstanceOf(EnrolmentRefused.class);
    assertThat(closes.stepIn(null, other, WHY, 1, 4L, after).state())
        .as("in the place of one who was nominated in time")
        .isEqualTo(ApplicationState.APPROVED);
    assertThatThrownBy(() -> closes.apply(null, 8, "XS", Groups.NONE, WHY, START))
        .hasMessageContaining("has begun");
    assertThatThrownBy(() -> closes.stepIn(null, other, WHY, 1, 4L, START))
        .isInstanceOf(EnrolmentRefused.class);
  }

  @Test
  void withoutApprovalApplyingTakesTheSeat() {
    Application application = free.apply(null, 7, null, Groups.NONE, WHY, NOW);
    assertThat(application.state()).isEqualTo(ApplicationState.APPROVED);
    assertThat(book.tally().taken()).isEqualTo(1);
    assertThat(application.newSteps()).hasSize(2);
  }

  @Test
  void withApprovalApplyingWaitsWithADueDate() {
    Application application = decided.apply(null, 7, "XS", Groups.NONE, WHY, NOW);
    assertThat(application.state()).isEqualTo(ApplicationState.WAITING);
    assertThat(application.asked().orElseThrow().due()).isEqualTo(NOW.plus(Duration.ofDays(10)));
    assertThat(book.tally().taken()).isZero();
  }

  @Test
  void theDueDateIsSoEarlyThatOthersCanStillAnswer() {
    Instant late = START.minus(Duration.ofDays(4));
    assertThat(decided.apply(null, 7, "XS", Groups.NONE, WHY, late).asked().orElseThrow().due())
        .isEqualTo(START.minus(Duration.ofDays(1)));
  }

  @Test
  void approvalTakesTheSeat() {
    Application application = decided.apply(null, 7, "XS", Groups.NONE, WHY, NOW);
    decided.approve(application, 3L, NO_REMARK, NOW);
    assertThat(application.state()).isEqualTo(ApplicationState.APPROVED);
    assertThat(application.asked()).isEmpty();
    assertThat(book.tally().taken()).isEqualTo(1);
  }

  @Test
  void theLastSeatIsGivenOnce() {
    Application first = decided.apply(null, 7, "XS", Groups.NONE, WHY, NOW);
    Application second = decided.apply(null, 8, "XS", Groups.NONE, WHY, NOW);
    decided.approve(first, 3L, NO_REMARK, NOW);
    assertThat(refused(() -> decided.approve(second, 3L, NO_REMARK, NOW)))
        .isEqualTo("session-full");
    assertThat(second.state()).isEqualTo(ApplicationState.WAITING);
    assertThat(refused(() -> decided.apply(null, 9, "XS", Groups.NONE, WHY, NOW)))
        .isEqualTo("session-full");
  }

  @Test
  void theNextApproverIsAskedWhenOneAgrees() {
    Enrolment chained = chained();
    Application application = chained.apply(null, 7, "XS", Groups.NONE, WHY, NOW);
    assertThat(asked(application)).isEqualTo(Approver.COORDINATOR);

    chained.approve(application, 3L, Statement.remark("Good"), NOW);
    assertThat(application.state()).isEqualTo(ApplicationState.WAITING);
    assertThat(asked(application)).isEqualTo(Approver.CENTRE);
    assertThat(application.newSteps())
        .last()
        .isEqualTo(
            new ApplicationStep(
                ApplicationState.WAITING, 3L, "Good", Approver.COORDINATOR, Event.AGREED, null));

    chained.approve(application, 4L, NO_REMARK, NOW);
    chained.approve(application, 5L, NO_REMARK, NOW);
    assertThat(application.state()).isEqualTo(ApplicationState.APPROVED);
    assertThat(application.asked()).isEmpty();
    assertThat(application.newSteps())
        .last()
        .isEqualTo(
            new ApplicationStep(ApplicationState.APPROVED, 5L, null, Approver.DONOR, null, null));
  }

  @Test
  void anyApproverMayRefuse() {
    Enrolment chained = chained();
    Application application = chained.apply(null, 7, "XS", Groups.NONE, WHY, NOW);
    chained.approve(application, 3L, NO_REMARK, NOW);
    chained.refuse(application, 4L, REASON, NOW);
    assertThat(application.state()).isEqualTo(ApplicationState.REFUSED);
    assertThat(application.asked()).isEmpty();
    assertThat(application.reason()).isEqualTo("Too soon");
    assertThat(application.newSteps()).last().extracting("approver").isEqualTo(Approver.CENTRE);
  }

  @Test
  void whoeverIsSentByTheirAdministrationIsAskedForByTheOthersOnly() {
    Enrolment chained = chained();
    Application sent = chained.nominate(null, nominee(7), WHY, 2, 3L, NOW);
    assertThat(asked(sent)).isEqualTo(Approver.CENTRE);
    assertThat(sent.nominated()).isTrue();
    assertThat(sent.newSteps())
        .last()
        .isEqualTo(
            new ApplicationStep(
                ApplicationState.WAITING,
                3L,
                WHY.text(),
                Approver.COORDINATOR,
                Event.NOMINATED,
                null));
  }

  @Test
  void oneWhoAppliedAlreadyGoesOnFromThere() {
    Enrolment chained = chained();
    Application own = chained.apply(null, 7, "XS", Groups.NONE, WHY, NOW);
    assertThat(own.nominated()).isFalse();
    assertThat(chained.nominate(own, nominee(7), REASON, 1, 3L, NOW)).isSameAs(own);
    assertThat(asked(own)).isEqualTo(Approver.CENTRE);
    assertThat(own.motivation()).isEqualTo(WHY.text());
    int steps = own.newSteps().size();
    chained.nominate(own, nominee(7), REASON, 2, 3L, NOW);
    assertThat(own.newSteps()).hasSize(steps);
    chained.approve(own, 4L, NO_REMARK, NOW);
    chained.approve(own, 5L, NO_REMARK, NOW);
    assertThat(refused(() -> chained.nominate(own, nominee(7), WHY, 1, 3L, NOW)))
        .isEqualTo("already-decided");
  }

  @Test
  void whereNobodyElseIsAskedANomineeHasTheSeat() {
    assertThat(decided.nominate(null, nominee(7), WHY, 1, 3L, NOW).state())
        .isEqualTo(ApplicationState.APPROVED);
    assertThat(refused(() -> decided.nominate(null, nominee(8), WHY, 1, 3L, START)))
        .isEqualTo("closed");
  }

  @Test
  void anotherNomineeStepsIntoTheOnlySeat() {
    Application leaving = decided.nominate(null, nominee(7), WHY, 1, 3L, NOW);
    Application successor = decided.stepIn(leaving, null, nominee(8), REASON, 1, 3L, NOW);
    assertThat(leaving.state()).isEqualTo(ApplicationState.WITHDRAWN);
    assertThat(leaving.newSteps()).last().extracting("reason").isEqualTo(REASON.text());
    assertThat(successor.state()).isEqualTo(ApplicationState.APPROVED);
    assertThat(successor.nominated()).isTrue();
    assertThat(successor.newSteps()).last().extracting("actorId").isEqualTo(3L);
    assertThat(book.tally().taken()).isEqualTo(1);
    assertThat(refused(() -> decided.stepIn(successor, null, nominee(9), REASON, 1, 3L, START)))
        .isEqualTo("closed");
  }

  @Test
  void anotherNomineeWaitsInsteadOfOneWhoStillWaits() {
    Enrolment chained = chained();
    Application leaving = chained.nominate(null, nominee(7), WHY, 1, 3L, NOW);
    Application successor = chained.stepIn(leaving, null, nominee(8), REASON, 1, 3L, NOW);
    assertThat(leaving.state()).isEqualTo(ApplicationState.WITHDRAWN);
    assertThat(leaving.asked()).isEmpty();
    assertThat(asked(successor)).isEqualTo(Approver.CENTRE);
  }

  @Test
  void whoeverAgreedToThePlaceIsNotAskedAgain() {
    Application leaving = chained().nominate(null, nominee(7), WHY, 1, 3L, NOW);
    chained().approve(leaving, 4L, NO_REMARK, NOW);
    Ask reached = leaving.asked().orElseThrow();
    assertThat(reached.approver()).isEqualTo(Approver.DONOR);
    Application successor = chained().stepIn(leaving, null, nominee(8), REASON, 1, 3L, NOW);
    assertThat(successor.asked()).contains(reached);
  }

  @Test
  void oneWhoAppliedThemselvesStepsIn() {
    Application leaving = decided.nominate(null, nominee(7), WHY, 1, 3L, NOW);
    book.rule(SeatRules.plain(2, START), NOW);
    Application own = decided.apply(null, 8, "XS", Groups.NONE, WHY, NOW);
    assertThat(decided.stepIn(leaving, own, nominee(8), REASON, 1, 3L, NOW)).isSameAs(own);
    assertThat(own.state()).isEqualTo(ApplicationState.APPROVED);
    assertThat(own.nominated()).isTrue();
    assertThat(book.tally().taken()).isEqualTo(1);
  }

  @Test
  void aNomineeIsTakenBackBeforeTheStart() {
    Application sent = chained().nominate(null, nominee(7), WHY, 1, 3L, NOW);
    assertThat(refused(() -> chained().takeBack(sent, 3L, REASON, START))).isEqualTo("closed");
    chained().takeBack(sent, 3L, REASON, NOW);
    assertThat(sent.state()).isEqualTo(ApplicationState.WITHDRAWN);
    assertThat(sent.asked()).isEmpty();
    assertThat(sent.newSteps()).last().extracting("reason").isEqualTo(REASON.text());
  }

  private static Nominee nominee(long person) {
    return new Nominee(person, "XS", Groups.NONE);
  }

  @Test
  void oneWhoDoesNotAnswerIsRemindedAndThenOthersAreAskedToo() {
    Application application = decided.apply(null, 7, "XS", Groups.NONE, WHY, NOW);
    Ask first = application.asked().orElseThrow();
    decided.nudge(application, first.nudge().minusSeconds(1));
    assertThat(application.asked()).contains(first);

    decided.nudge(application, first.nudge());
    assertThat(application.asked()).contains(first.reminded());
    decided.nudge(application, first.due());
    assertThat(application.asked()).contains(first.escalated());
    decided.nudge(application, START.minusSeconds(1));
    assertThat(application.newSteps())
        .extracting(ApplicationStep::event)
        .containsExactly(null, Event.REMINDED, Event.ESCALATED);
  }

  @Test
  void nobodyIsRemindedOnceTheSessionHasBegun() {
    Application application = decided.apply(null, 7, "XS", Groups.NONE, WHY, NOW);
    decided.nudge(application, START);
    assertThat(application.newSteps()).hasSize(1);
  }

  @Test
  void theSilenceOfADonorAgreesOnItsDay() {
    Application application = atTheDonor();
    Ask ask = application.asked().orElseThrow();
    chained().nudge(application, ask.nudge());
    assertThat(application.asked()).contains(ask.reminded());
    chained().nudge(application, ask.due());
    assertThat(application.state()).isEqualTo(ApplicationState.APPROVED);
    assertThat(application.newSteps())
        .last()
        .isEqualTo(
            new ApplicationStep(ApplicationState.APPROVED, null, null, Approver.DONOR, null, null));
  }

  @Test
  void silenceGivesNoSeatThatIsNotThere() {
    Application application = atTheDonor();
    free.apply(null, 8, null, Groups.NONE, WHY, NOW);
    Ask ask = application.asked().orElseThrow();
    chained().nudge(application, ask.due());
    assertThat(application.state()).isEqualTo(ApplicationState.WAITING);
    assertThat(application.asked()).contains(ask.escalated());
  }

  @Test
  void othersAreAskedAtOnceOnlyWhereTheAbsentOneIsAsked() {
    Application application = decided.apply(null, 7, "XS", Groups.NONE, WHY, NOW);
    decided.escalateFrom(Approver.CENTRE, application);
    assertThat(application.newSteps()).hasSize(1);
    decided.escalateFrom(Approver.COORDINATOR, application);
    decided.escalateFrom(Approver.COORDINATOR, application);
    assertThat(application.newSteps()).hasSize(2);
    assertThat(application.asked().orElseThrow().urgency()).isEqualTo(Ask.Urgency.ESCALATED);
  }

  @Test
  void onlyWhoBelongsToNoAdministrationCanBeJudgedByNobodyAtHome() {
    assertThat(refused(() -> decided.apply(null, 7, null, Groups.NONE, WHY, NOW)))
        .isEqualTo("not-eligible");
    Enrolment centre =
        new Enrolment(new SessionTerms(1, true, Chain.of(Approver.CENTRE), START), book);
    assertThat(asked(centre.apply(null, 7, null, Groups.NONE, WHY, NOW)))
        .isEqualTo(Approver.CENTRE);
  }

  private Application atTheDonor() {
    Application application = chained().apply(null, 7, "XS", Groups.NONE, WHY, NOW);
    chained().approve(application, 3L, NO_REMARK, NOW);
    chained().approve(application, 4L, NO_REMARK, NOW);
    return application;
  }

  private Enrolment chained() {
    Chain chain = Chain.of(Approver.COORDINATOR, Approver.CENTRE, Approver.DONOR);
    return new Enrolment(new SessionTerms(1, true, chain, START), book);
  }

  private static Approver asked(Application application) {
    return application.asked().orElseThrow().approver();
  }

  @Test
  void aSecondClickIsNotASecondApplication() {
    Application application = free.apply(null, 7, null, Groups.NONE, WHY, NOW);
    assertThat(free.apply(application, 7, null, Groups.NONE, WHY, NOW)).isSameAs(application);
    assertThat(book.tally().taken()).isEqualTo(1);
    assertThat(application.newSteps()).hasSize(2);
  }

  @Test
  void withdrawingGivesTheSeatBackAndOneMayApplyAgain() {
    Application application = free.apply(null, 7, null, Groups.NONE, WHY, NOW);
    free.withdraw(application, NOW);
    assertThat(book.tally().taken()).isZero();
    assertThat(free.apply(application, 7, null, Groups.NONE, WHY, NOW)).isSameAs(application);
    assertThat(book.tally().taken()).isEqualTo(1);
    assertThat(application.newSteps()).hasSize(5);
  }

  @Test
  void aRefusalIsFinalAndKeepsItsReason() {
    Application application = decided.apply(null, 7, "XS", Groups.NONE, WHY, NOW);
    decided.refuse(application, 3L, REASON, NOW);
    assertThat(application.reason()).isEqualTo("Too soon");
    assertThat(refused(() -> decided.apply(application, 7, "XS", Groups.NONE, WHY, NOW)))
        .isEqualTo("already-decided");
    assertThat(refused(() -> decided.approve(application, 3L, NO_REMARK, NOW)))
        .isEqualTo("already-decided");
    assertThat(refused(() -> decided.withdraw(application, NOW))).isEqualTo("already-decided");
  }

  @Test
  void nothingButARefusalIsPossibleOnceTheSessionBegan() {
    Application application = decided.apply(null, 7, "XS", Groups.NONE, WHY, NOW);
    assertThat(refused(() -> decided.apply(null, 8, "XS", Groups.NONE, WHY, START)))
        .isEqualTo(Kind.CLOSED.type());
    assertThat(refused(() -> decided.approve(application, 3L, NO_REMARK, START)))
        .isEqualTo(Kind.CLOSED.type());
    assertThat(refused(() -> decided.withdraw(application, START))).isEqualTo(Kind.CLOSED.type());
    decided.refuse(application, 3L, REASON, START);
    assertThat(application.state()).isEqualTo(ApplicationState.REFUSED);
  }

  @Test
  void whoHasNoAdministrationCannotBeDecidedUpon() {
    assertThat(refused(() -> decided.apply(null, 7, null, Groups.NONE, WHY, NOW)))
        .isEqualTo(Kind.NOT_ELIGIBLE.type());
  }

  @Test
  void wordsAreNeededAndHaveALimit() {
    assertThat(refused(() -> Statement.motivation(" \r\n ")))
        .isEqualTo(Kind.MOTIVATION_NEEDED.type());
    assertThat(refused(() -> Statement.refusal(null))).isEqualTo(Kind.REASON_NEEDED.type());
    assertThat(refused(() -> Statement.remark("x".repeat(2001)))).isEqualTo(Kind.TOO_LONG.type());
    assertThat(Statement.motivation("a\r\n".repeat(999) + "b").text()).contains("\n");
    assertThat(Statement.remark("  ").text()).isNull();
  }

  private static String refused(ThrowingCallable deed) {
    return catchThrowableOfType(Problem.class, deed).type();
  }
}
