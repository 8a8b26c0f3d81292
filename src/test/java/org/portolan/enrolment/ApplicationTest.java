package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portolan.enrolment.Samples.NOW;
import static org.portolan.enrolment.Samples.START;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Approver;
import org.portolan.approval.Chain;
import org.portolan.enrolment.ApplicationStep.Event;
import org.portolan.seat.ApplicationState;
import org.portolan.seat.Candidate;
import org.portolan.seat.Groups;
import org.portolan.seat.SeatBook;
import org.portolan.seat.SeatRules;
import org.portolan.seat.Tally;
import org.portolan.seat.WaitingList;

/** What is kept of an application while it goes its way, with a waiting list that works. */
class ApplicationTest {
  private static final Statement WHY = Statement.motivation("Why");
  private static final Statement SILENT = Statement.remark(null);

  private final List<Application> all = new ArrayList<>();
  private final SeatBook book = new SeatBook(Tally.empty(), new Listed());

  /** Those who wait, in their order. */
  private final class Listed implements WaitingList {
    @Override
    public Optional<Candidate> first(Predicate<Groups> fits) {
      return all.stream()
          .filter(each -> each.state() == ApplicationState.QUEUED)
          .filter(each -> fits.test(each.standing().groups()))
          .map(Candidate.class::cast)
          .findFirst();
    }

    @Override
    public List<Candidate> overdue(java.time.Instant moment) {
      return List.of();
    }

    @Override
    public Optional<java.time.Instant> nextEnd() {
      return all.stream()
          .filter(each -> each.state() == ApplicationState.OFFERED)
          .map(each -> each.standing().until())
          .findFirst();
    }

    @Override
    public long placeBefore(long place) {
      return 0;
    }
  }

  @BeforeEach
  void oneSeatAndAList() {
    SeatRules plain = SeatRules.plain(1, START);
    book.rule(
        SeatRules.of(
            plain
                .text()
                .replaceAll("queue=\\d+", "queue=3")
                .replaceAll("offer=\\S+", "offer=PT48H")),
        NOW);
  }

  private Enrolment enrolment(Chain chain) {
    return new Enrolment(new SessionTerms(1, true, chain, START), book);
  }

  private Application apply(Chain chain, long person) {
    Application application = enrolment(chain).apply(null, person, "XS", Groups.NONE, WHY, NOW);
    all.add(application);
    return application;
  }

  /** As many are inserted by a statement of our own, no column may be missing in it. */
  @Test
  void aRowHasEveryFieldUnderItsColumn() throws Exception {
    Application application = new Application(1, 2);
    Map<String, Object> kept = new HashMap<>();
    long number = 100;
    for (Field field : Application.class.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers())
          || field.isAnnotationPresent(Transient.class)
          || field.isAnnotationPresent(Id.class)) {
        continue;
      }
      Column named = field.getAnnotation(Column.class);
      String column = named == null ? field.getName() : named.name();
      Object value = value(field.getType(), number++);
      field.setAccessible(true);
      field.set(application, value);
      kept.put(column, kept(value));
    }
    // as for whatever the persistence provider adds
    kept.put("version", 1);

    assertThat(Application.COLUMNS).containsExactlyInAnyOrderElementsOf(kept.keySet());
    assertThat(application.row())
        .containsExactlyElementsOf(Application.COLUMNS.stream().map(kept::get).toList());
  }

  private static Object kept(Object value) {
    if (value instanceof Instant moment) {
      return SeatBooks.moment(moment);
    }
    return value instanceof ApplicationState state ? state.code() : value;
  }

  private static Object value(Class<?> type, long number) {
    if (type == long.class || type == Long.class) {
      return number;
    }
    if (type == int.class || type == Integer.class) {
      return (int) number;
    }
    if (type == boolean.class) {
      return true;
    }
    if (type == Instant.class) {
      return NOW.plusSeconds(number);
    }
    return type == ApplicationState.class ? ApplicationState.OFFERED : "text " + number;
  }

  @Test
  void anOfferThatIsTakenIsASeatByTheApplicant() {
    Application offered = offered();
    enrolment(Chain.NONE).accept(offered, NOW);
    assertThat(offered.state()).isEqualTo(ApplicationState.APPROVED);
    assertThat(offered.holdsSeat()).isTrue();
    assertThat(last(offered))
        .isEqualTo(new ApplicationStep(ApplicationState.APPROVED, 8L, null, null, null, null));
  }

  @Test
  void itCountsTheSeatsThatWereOffered() {
    Application offered = offered();
    assertThat(offered.offers()).isEqualTo(1);
    enrolment(Chain.NONE).accept(offered, NOW);
    assertThat(offered.offers()).isEqualTo(1);
    Application seated = all.get(0);
    assertThat(seated.offers()).isZero();
    Application next = apply(Chain.NONE, 9);
    enrolment(Chain.NONE).withdraw(offered, NOW);
    assertThat(next.offers()).isEqualTo(1);
    enrolment(Chain.NONE).decline(next, NOW);
    enrolment(Chain.NONE).apply(next, 9, "XS", Groups.NONE, WHY, NOW);
    assertThat(next.offers()).as("a seat that is free is not offered").isEqualTo(1);
  }

  @Test
  void theAnswerOfAnApplicantIsWhatTheyDo() {
    Application offered = offered();
    Application next = apply(Chain.NONE, 9);
    OfferAnswer.DECLINE.give(enrolment(Chain.NONE), offered, NOW);
    assertThat(offered.state()).isEqualTo(ApplicationState.DECLINED);
    OfferAnswer.ACCEPT.give(enrolment(Chain.NONE), next, NOW);
    assertThat(next.state()).isEqualTo(ApplicationState.APPROVED);
    assertThat(OfferAnswer.ACCEPT.action()).isEqualTo("application.accepted");
    assertThat(OfferAnswer.DECLINE.action()).isEqualTo("application.declined");
  }

  @Test
  void nobodyTakesAnOfferOfASessionThatHasBegun() {
    Application offered = offered();
    Assertions.assertThatThrownBy(() -> enrolment(Chain.NONE).accept(offered, START))
        .isInstanceOf(EnrolmentRefused.class);
    assertThat(offered.state()).isEqualTo(ApplicationState.OFFERED);
    assertThat(offered.holdsSeat()).isFalse();
  }

  @Test
  void anOfferThatIsDeclinedGoesToTheNext() {
    Application offered = offered();
    Application next = apply(Chain.NONE, 9);
    enrolment(Chain.NONE).decline(offered, NOW);
    assertThat(offered.state()).isEqualTo(ApplicationState.DECLINED);
    assertThat(last(offered).actorId()).isEqualTo(8);
    assertThat(next.state()).isEqualTo(ApplicationState.OFFERED);
  }

  /** Of the second, as the first left. */
  private Application offered() {
    Application first = apply(Chain.NONE, 7);
    Application second = apply(Chain.NONE, 8);
    assertThat(second.state()).isEqualTo(ApplicationState.QUEUED);
    enrolment(Chain.NONE).withdraw(first, NOW);
    assertThat(first.state()).isEqualTo(ApplicationState.WITHDRAWN);
    assertThat(last(first).actorId()).isEqualTo(7);
    assertThat(second.state()).isEqualTo(ApplicationState.OFFERED);
    return second;
  }

  @Test
  void whoLeavesIsNoLongerAskedAbout() {
    Application waits = apply(Chain.COORDINATOR, 7);
    enrolment(Chain.COORDINATOR).withdraw(waits, NOW);
    assertThat(waits.asked()).isEmpty();
  }

  @Test
  void aReplacementIsADecisionOnBoth() {
    Application leaving = apply(Chain.NONE, 7);
    Application successor = apply(Chain.COORDINATOR, 8);
    enrolment(Chain.COORDINATOR).replace(leaving, successor, 3, Statement.remark("Ill"), NOW);
    assertThat(leaving.state().alive()).isFalse();
    assertThat(successor.holdsSeat()).isTrue();
    assertThat(successor.asked()).isEmpty();
    assertThat(last(leaving).actorId()).isEqualTo(3);
    assertThat(leaving.reason()).isEqualTo("Ill");
    assertThat(last(successor))
        .isEqualTo(
            new ApplicationStep(
                ApplicationState.APPROVED, 3L, "Ill", Approver.COORDINATOR, null, null));
  }

  @Test
  void nobodyIsReplacedOnceTheSessionHasBegun() {
    Application leaving = apply(Chain.NONE, 7);
    Application successor = apply(Chain.COORDINATOR, 8);
    Assertions.assertThatThrownBy(
            () -> enrolment(Chain.COORDINATOR).replace(leaving, successor, 3, SILENT, START))
        .isInstanceOf(EnrolmentRefused.class);
    assertThat(leaving.holdsSeat()).isTrue();
  }

  @Test
  void silenceAgreesOnlyWhereItMay() {
    Chain chain = Chain.of(Approver.SUPERVISOR, Approver.DONOR);
    Application application = apply(chain, 7);
    // a supervisor has no account, but says so
    enrolment(chain).approve(application, null, SILENT, NOW);
    assertThat(last(application).event()).isEqualTo(Event.AGREED);
    Chain donors = Chain.of(Approver.DONOR);
    Application silent = apply(donors, 8);
    silent.agreed(null, SILENT, silent.asked().orElseThrow());
    assertThat(last(silent).event()).isEqualTo(Event.SILENT);
    silent.agreed(4L, SILENT, silent.asked().orElseThrow());
    assertThat(last(silent).event()).isEqualTo(Event.AGREED);
  }

  @Test
  void eachNewSupervisorGetsALinkOfTheirOwn() {
    Application application = apply(Chain.of(Approver.SUPERVISOR), 7);
    assertThat(application.supervisor()).isEmpty();
    assertThat(application.supervisorLink()).isZero();
    Supervisor bo = new Supervisor("Bo", "bo@customs.example", true);
    application.ledBy(bo);
    assertThat(application.supervisor()).contains(bo);
    assertThat(application.supervisorLink()).isEqualTo(1);
    application.ledBy(bo.known(false));
    assertThat(application.supervisorLink()).isEqualTo(2);
  }

  @Test
  void whoChoseItSaysWhy() {
    Application application = apply(Chain.NONE, 7);
    application.chosen(3, Statement.refusal("She is the only one"));
    assertThat(last(application).actorId()).isEqualTo(3);
    assertThat(last(application).reason()).isEqualTo("She is the only one");
    application.remarked(4, Statement.refusal("Moved"));
    assertThat(last(application))
        .isEqualTo(
            new ApplicationStep(
                ApplicationState.APPROVED, 4L, "Moved", null, ApplicationStep.Event.MOVED, null));
  }

  @Test
  void handedInAgainItForgetsWhatWasDecided() {
    Application application = apply(Chain.COORDINATOR, 7);
    enrolment(Chain.COORDINATOR).approve(application, 3L, Statement.remark("Good"), NOW);
    assertThat(application.reason()).isEqualTo("Good");
    enrolment(Chain.COORDINATOR).withdraw(application, NOW);
    enrolment(Chain.COORDINATOR)
        .apply(application, 7, "XN", Groups.NONE, Statement.motivation("Again"), NOW);
    assertThat(application.reason()).isNull();
    assertThat(application.motivation()).isEqualTo("Again");
    assertThat(application.memberCode()).isEqualTo("XN");
    assertThat(last(application).actorId()).isEqualTo(7);
    assertThat(application.asked().orElseThrow().approver()).isEqualTo(Approver.COORDINATOR);
  }

  @Test
  void aClosedSessionTakesNobodyIn() {
    Assertions.assertThatThrownBy(
            () -> enrolment(Chain.NONE).apply(null, 7, "XS", Groups.NONE, WHY, START))
        .isInstanceOf(EnrolmentRefused.class)
        .extracting(refused -> ((EnrolmentRefused) refused).kind())
        .isEqualTo(EnrolmentRefused.Kind.CLOSED);
  }

  private static ApplicationStep last(Application application) {
    List<ApplicationStep> steps = application.newSteps();
    return steps.get(steps.size() - 1);
  }
}
