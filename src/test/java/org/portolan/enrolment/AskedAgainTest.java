package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Approver;
import org.portolan.approval.Ask;
import org.portolan.approval.Chain;
import org.portolan.enrolment.ApplicationStep.Event;
import org.portolan.seat.ApplicationState;
import org.portolan.seat.Candidate;
import org.portolan.seat.Groups;
import org.portolan.seat.SeatBook;
import org.portolan.seat.SeatRules;
import org.portolan.seat.Tally;
import org.portolan.seat.WaitingList;

/** What stands and what follows while approvers who agreed are asked again. */
class AskedAgainTest {
  private static final Instant NOW = Instant.parse("2027-02-02T10:00:00Z");
  private static final Instant START = Instant.parse("2027-03-08T09:00:00Z");
  private static final Chain CHAIN =
      Chain.of(Approver.SUPERVISOR, Approver.COORDINATOR, Approver.CENTRE);
  private static final Statement WHY = Statement.motivation("The audit unit needs it");
  private static final Statement NO_REMARK = Statement.remark(null);
  private static final Statement REASON = Statement.refusal("Not on these days");
  private static final long ACTOR = 3;

  private final List<Application> queued = new ArrayList<>();
  private final SeatBook book = new SeatBook(Tally.empty(), new Listed());
  private final SessionTerms terms = new SessionTerms(1, true, CHAIN, START);
  private final Enrolment enrolment = new Enrolment(terms, book);

  /** Those who wait, in their order. */
  private final class Listed implements WaitingList {
    @Override
    public Optional<Candidate> first(Predicate<Groups> fits) {
      return queued.stream()
          .filter(each -> each.state() == ApplicationState.QUEUED)
          .map(Candidate.class::cast)
          .findFirst();
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
  void oneSeatAndAList() {
    book.rule(
        new SeatRules(1, 0, 3, Duration.ZERO, Duration.ZERO, START, true, List.of(), List.of()),
        NOW);
  }

  private Application applied(int agreed) {
    Application application = enrolment.apply(null, 7, "XS", Groups.NONE, WHY, NOW);
    for (int i = 0; i < agreed; i++) {
      enrolment.approve(application, ACTOR, NO_REMARK, NOW);
    }
    application.stepsKept();
    return application;
  }

  private void changed(Application application, Approver... differing) {
    Set<Approver> all = EnumSet.noneOf(Approver.class);
    all.addAll(List.of(differing));
    application.changed(all, all, terms.asking(CHAIN, NOW));
  }

  private static Approver asked(Application application) {
    return application.asked().map(Ask::approver).orElse(null);
  }

  private static List<String> events(Application application) {
    return application.newSteps().stream()
        .map(step -> step.event() + " " + step.approver())
        .toList();
  }

  @Test
  void aSeatStaysWhileTwoAreAskedAgainOneAfterTheOther() {
    Application application = applied(3);
    changed(application, Approver.SUPERVISOR, Approver.COORDINATOR);
    assertThat(application.state()).isEqualTo(ApplicationState.APPROVED);
    assertThat(asked(application)).isEqualTo(Approver.SUPERVISOR);
    assertThat(application.asked().orElseThrow().due()).isEqualTo(NOW.plus(Duration.ofDays(10)));
    assertThat(events(application))
        .containsExactly("ASKED_AGAIN SUPERVISOR", "ASKED_AGAIN COORDINATOR");
    long lines = book.tally().lines();
    enrolment.approve(application, null, NO_REMARK, NOW);
    assertThat(asked(application)).isEqualTo(Approver.COORDINATOR);
    enrolment.approve(application, ACTOR, NO_REMARK, NOW);
    assertThat(asked(application)).isNull();
    assertThat(application.askedAgain()).isFalse();
    assertThat(application.state()).isEqualTo(ApplicationState.APPROVED);
    assertThat(events(application)).endsWith("AGREED SUPERVISOR", "AGREED COORDINATOR");
    // the ledger of seats knows nothing of it
    assertThat(book.tally().lines()).isEqualTo(lines);
  }

  @Test
  void oneThatWaitsGoesBackAndThenOnFromWhereItStood() {
    Application application = applied(2);
    changed(application, Approver.SUPERVISOR);
    assertThat(asked(application)).isEqualTo(Approver.SUPERVISOR);
    assertThat(application.word().reached()).isEqualTo(Approver.CENTRE);
    enrolment.approve(application, null, NO_REMARK, NOW);
    assertThat(asked(application)).isEqualTo(Approver.CENTRE);
    enrolment.approve(application, ACTOR, NO_REMARK, NOW);
    assertThat(application.state()).isEqualTo(ApplicationState.APPROVED);
  }

  @Test
  void aNoGivesTheSeatToTheNext() {
    Application application = applied(3);
    Application next = enrolment.apply(null, 8, "XS", Groups.NONE, WHY, NOW);
    queued.add(next);
    for (int i = 0; i < 3; i++) {
      enrolment.approve(next, ACTOR, NO_REMARK, NOW);
    }
    assertThat(next.state()).isEqualTo(ApplicationState.QUEUED);
    changed(application, Approver.COORDINATOR);
    enrolment.refuse(application, ACTOR, REASON, NOW);
    assertThat(application.state()).isEqualTo(ApplicationState.REFUSED);
    assertThat(application.reason()).isEqualTo(REASON.text());
    assertThat(application.askedAgain()).isFalse();
    assertThat(asked(application)).isNull();
    assertThat(application.newSteps())
        .last()
        .extracting("approver", "reason", "actorId")
        .containsExactly(Approver.COORDINATOR, REASON.text(), ACTOR);
    assertThat(next.state()).isEqualTo(ApplicationState.APPROVED);
  }

  @Test
  void aNoToOneThatWaitsRefusesItAsAnyOther() {
    Application application = applied(1);
    changed(application, Approver.SUPERVISOR);
    // also when it is too late to agree
    enrolment.refuse(application, ACTOR, REASON, START);
    assertThat(application.state()).isEqualTo(ApplicationState.REFUSED);
  }

  @Test
  void onceItBeginsTheFirstAnswerStands() {
    Application application = applied(3);
    changed(application, Approver.COORDINATOR);
    assertThatThrownBy(() -> enrolment.refuse(application, ACTOR, REASON, START))
        .isInstanceOf(EnrolmentRefused.class);
    assertThatThrownBy(() -> enrolment.approve(application, ACTOR, NO_REMARK, START))
        .isInstanceOf(EnrolmentRefused.class);
    Instant due = application.asked().orElseThrow().due();
    enrolment.nudge(application, due);
    assertThat(application.asked())
        .contains(new Ask(Approver.COORDINATOR, Ask.Urgency.ESCALATED, due, START));
    application.leftAlone();
    assertThat(application.askedAgain()).isFalse();
    assertThat(application.asked()).isEmpty();
    assertThat(application.state()).isEqualTo(ApplicationState.APPROVED);
  }

  @Test
  void oneThatWaitsIsStillAskedAboutOnceItBegins() {
    Application application = applied(1);
    changed(application, Approver.SUPERVISOR);
    application.leftAlone();
    assertThat(application.askedAgain()).isTrue();
    assertThat(application.asked().orElseThrow().nudge()).isNull();
  }

  @Test
  void whatIsAgainAsAgreedIsNotAskedAnyMore() {
    Application application = applied(3);
    changed(application, Approver.SUPERVISOR, Approver.COORDINATOR);
    application.stepsKept();
    application.changed(Set.of(), Set.of(), terms.asking(CHAIN, NOW));
    assertThat(application.askedAgain()).isFalse();
    assertThat(asked(application)).isNull();
    assertThat(events(application)).containsExactly("UNASKED SUPERVISOR", "UNASKED COORDINATOR");
  }

  @Test
  void whoIsAskedAlreadyIsToldOfAnotherChangeOnlyWhereItConcernsThem() {
    Application application = applied(3);
    changed(application, Approver.SUPERVISOR, Approver.COORDINATOR);
    application.stepsKept();
    Instant later = NOW.plus(Duration.ofDays(2));
    application.changed(
        EnumSet.of(Approver.SUPERVISOR, Approver.COORDINATOR),
        EnumSet.of(Approver.COORDINATOR),
        terms.asking(CHAIN, later));
    assertThat(events(application)).containsExactly("ASKED_AGAIN COORDINATOR");
    assertThat(application.asked().orElseThrow().due()).isEqualTo(NOW.plus(Duration.ofDays(10)));
  }

  @Test
  void whoTakesAnOfferIsStillAskedAbout() {
    book.rule(
        new SeatRules(
            1, 0, 3, Duration.ofHours(5), Duration.ZERO, START, true, List.of(), List.of()),
        NOW);
    Application first = applied(3);
    Application next = enrolment.apply(null, 8, "XS", Groups.NONE, WHY, NOW);
    queued.add(next);
    for (int i = 0; i < 3; i++) {
      enrolment.approve(next, ACTOR, NO_REMARK, NOW);
    }
    enrolment.withdraw(first, NOW);
    assertThat(next.state()).isEqualTo(ApplicationState.OFFERED);
    changed(next, Approver.COORDINATOR);
    enrolment.accept(next, NOW);
    assertThat(next.state()).isEqualTo(ApplicationState.APPROVED);
    assertThat(asked(next)).isEqualTo(Approver.COORDINATOR);
    enrolment.withdraw(next, NOW);
    assertThat(asked(next)).isNull();
    assertThat(next.askedAgain()).isFalse();
  }

  @Test
  void whoStepsInWaitsWhereTheOtherHadCome() {
    Application leaving = applied(2);
    changed(leaving, Approver.COORDINATOR);
    Application successor =
        enrolment.stepIn(leaving, null, new Nominee(8, "XS", Groups.NONE), WHY, 1, ACTOR, NOW);
    assertThat(asked(successor)).isEqualTo(Approver.CENTRE);
    assertThat(successor.askedAgain()).isFalse();
    assertThat(leaving.askedAgain()).isFalse();
  }

  @Test
  void anAdministrationThatSendsTheOfficerNeedNotBeAskedAgain() {
    Application application = applied(1);
    changed(application, Approver.SUPERVISOR);
    enrolment.nominate(application, new Nominee(7, "XS", Groups.NONE), WHY, 1, ACTOR, NOW);
    assertThat(asked(application)).isEqualTo(Approver.CENTRE);
    assertThat(application.askedAgain()).isFalse();
    assertThat(application.newSteps()).extracting("event").contains(Event.NOMINATED);
  }
}
