package org.portolan.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionPlan;
import org.portolan.completion.CompletionResult;
import org.portolan.container.MovableClock;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.enrolment.SessionResults;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.NotAllowed;

@ArquillianTest
class AttendanceIT {
  private static final String ONE = "10000000-0000-4000-8000-000000000000";
  private static final String TWO = "20000000-0000-4000-8000-000000000000";

  @Inject private RollCall roll;
  @Inject private RollSync sync;
  @Inject private EnrolmentService enrolment;
  @Inject private CalendarService calendar;
  @Inject private SessionResults results;
  @Inject private Scenario scenario;

  private long session;
  private Attendee ada;
  private Attendee bo;
  private String half;
  private Instant starts;

  @BeforeEach
  void begin() {
    session = scenario.session(4, Chain.NONE);
    ada = seated();
    bo = seated();
    scenario.asCentre();
    half = HalfDay.of(calendar.facts(List.of(session)).get(session)).get(0).code();
    starts = calendar.facts(List.of(session)).get(session).startsAt();
  }

  @AfterEach
  void leave() {
    MovableClock.release();
    scenario.asNobody();
  }

  private Attendee seated() {
    scenario.as(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);
    return Attendee.seated(enrolment.apply(session, "I need it.").id());
  }

  @Test
  void aMarkIsKeptOnceHoweverOftenItIsSent() {
    SentRoll sent = sent(ONE, 0, Map.of(ada, Presence.PRESENT, bo, Presence.ABSENT));
    TakenRoll first = sync.take(session, sent);
    assertThat(first.kept()).hasSize(2);
    assertThat(sync.take(session, sent)).isEqualTo(first);
    // and by another tablet that has the same marks
    assertThat(sync.take(session, new SentRoll(TWO, sent.now(), List.of(), sent.marks())).kept())
        .hasSize(2);
    assertThat(
            scenario.number("SELECT COUNT(*) FROM attendance_mark WHERE session_id = ?", session))
        .isEqualTo(2);
    assertThat(found().devices()).singleElement().matches(DeviceChain::whole);
  }

  @Test
  void aTabletWhoseClockIsADayOffIsSetRight() {
    MovableClock.hold(starts.plusSeconds(600));
    long right = starts.plusSeconds(600).toEpochMilli();
    // marked a minute ago; its clock is a day ahead
    long ahead = right + Duration.ofDays(1).toMillis();
    sync.take(session, one(ONE, ahead, ahead - 60_000, Presence.ABSENT));
    // marked ten seconds ago; its clock is a day late
    long behind = right - Duration.ofDays(1).toMillis();
    sync.take(session, one(TWO, behind, behind - 10_000, Presence.PRESENT));
    assertThat(found().mark(ada, half).orElseThrow())
        .satisfies(
            mark -> {
              assertThat(mark.sent().presence()).isEqualTo(Presence.PRESENT);
              assertThat(mark.markedAt()).isEqualTo(starts.plusSeconds(590));
            });
    assertThat(roll.trace(session, half)).as("the other stays in the trace").hasSize(2);
  }

  @Test
  void whatDoesNotCountIsSaidAndKeptInTheTrace() {
    SentMark moved = mark(ONE, DeviceChain.Head.NONE, ada, "1999-01-01-am", Presence.PRESENT);
    SentMark stranger =
        mark(
            ONE,
            new DeviceChain.Head(1, moved.hash()),
            Attendee.seated(Long.MAX_VALUE / 10),
            half,
            Presence.PRESENT);
    TakenRoll taken =
        sync.take(
            session,
            new SentRoll(ONE, System.currentTimeMillis(), List.of(), List.of(moved, stranger)));
    assertThat(taken.kept()).isEmpty();
    assertThat(taken.refused())
        .containsEntry(moved.id(), "not-held")
        .containsEntry(stranger.id(), "unknown");
    assertThat(
            sync.take(
                session,
                new SentRoll(ONE, System.currentTimeMillis(), List.of(), List.of(moved, moved))))
        .as("whoever did not hear the answer gets the same")
        .isEqualTo(new TakenRoll(Set.of(), Map.of(moved.id(), "not-held")));
    assertThat(roll.trace(session, "1999-01-01-am")).hasSize(1);
    assertThat(found().held()).isEmpty();
  }

  @Test
  void itClosesByItselfAndACorrectionNeedsAReason() {
    MovableClock.hold(starts.plus(Duration.ofDays(60)));
    SentRoll late = sent(ONE, 0, Map.of(ada, Presence.PRESENT));
    assertThat(sync.take(session, late).refused()).containsValue("closed");
    assertThatThrownBy(() -> roll.note(session, half, Map.of(ada, Presence.PRESENT), " "))
        .isInstanceOfSatisfying(
            AttendanceRefused.class,
            e -> assertThat(e.reason()).isEqualTo(AttendanceRefused.Reason.REASON_NEEDED));
    assertThat(roll.note(session, half, Map.of(ada, Presence.PRESENT), "The list on paper"))
        .isEqualTo(1);
    assertThat(found().mark(ada, half).orElseThrow().reason()).isEqualTo("The list on paper");
    assertThat(roll.trace(session, half)).hasSize(2);
  }

  @Test
  void itIsSignedAsItIsAndEveryChangeShowsAfterwards() {
    assertThatThrownBy(() -> roll.sign(session, "Grace", found().digest()))
        .isInstanceOfSatisfying(
            AttendanceRefused.class,
            e -> assertThat(e.reason()).isEqualTo(AttendanceRefused.Reason.TOO_EARLY));
    MovableClock.hold(starts.plus(Duration.ofDays(3)));
    roll.note(session, half, Map.of(ada, Presence.PRESENT), "");
    String seen = found().digest();
    roll.sign(session, "Grace", seen);
    roll.sign(session, "Grace", seen);
    assertThat(
            scenario.number(
                "SELECT COUNT(*) FROM attendance_signature WHERE session_id = ?", session))
        .isEqualTo(1);
    assertThat(found()).matches(Roll::asSigned).matches(Roll::closed);
    roll.note(session, half, Map.of(ada, Presence.LATE), "Came at ten");
    assertThat(found().asSigned()).isFalse();
    roll.note(session, half, Map.of(ada, Presence.PRESENT), "Was there after all");
    assertThat(found().asSigned()).as("it is again what was signed").isTrue();
    assertThat(found().devices()).allMatch(DeviceChain::whole);
  }

  @Test
  void theClosedRollProposesWhoCompletedTheSession() {
    MovableClock.hold(starts.plus(Duration.ofDays(4)));
    assertThat(results.find(session, Language.EN).attended()).as("no roll").isEmpty();
    List<HalfDay> halves = found().halves();
    halves.forEach(each -> roll.note(session, each.code(), Map.of(ada, Presence.LATE), ""));
    roll.note(session, half, Map.of(bo, Presence.EXCUSED), "");
    assertThat(results.find(session, Language.EN).attended()).as("may still change").isEmpty();
    roll.sign(session, "Grace", found().digest());
    assertThat(likely(ada)).isEqualTo(CompletionResult.COMPLETED);
    assertThat(likely(bo)).isEqualTo(CompletionResult.ABSENT);
    roll.note(session, half, Map.of(bo, Presence.PRESENT), "Was there in the morning");
    assertThat(likely(bo)).isEqualTo(CompletionResult.NOT_COMPLETED);
    results.mark(session, Map.of(person(bo), CompletionResult.COMPLETED));
    assertThat(likely(bo)).as("what people said stands").isEqualTo(CompletionResult.COMPLETED);
  }

  private CompletionResult likely(Attendee who) {
    return results.find(session, Language.EN).likely(person(who)).orElseThrow();
  }

  private long person(Attendee who) {
    return scenario.number("SELECT person_id FROM application WHERE id = ?", who.application());
  }

  @Test
  void whatCameInSinceItWasShownIsNotSignedUnseen() {
    MovableClock.hold(starts.plus(Duration.ofDays(3)));
    roll.note(session, half, Map.of(ada, Presence.PRESENT), "");
    String seen = found().digest();
    // a colleague, on another tablet
    sync.take(session, sent(ONE, 0, Map.of(bo, Presence.ABSENT)));
    for (String old : Arrays.asList(seen, "", null)) {
      assertThatThrownBy(() -> roll.sign(session, "Grace", old))
          .isInstanceOfSatisfying(
              AttendanceRefused.class,
              e -> assertThat(e.reason()).isEqualTo(AttendanceRefused.Reason.NOT_AS_SEEN));
    }
    assertThat(found().signature()).isNull();
    roll.sign(session, "Grace", found().digest());
    assertThat(found()).matches(Roll::asSigned);
  }

  @Test
  void whoHasNoAccountIsWrittenDownOnceAndMatchedByAPerson() {
    String id = UUID.randomUUID().toString();
    Guest guest = Guest.typed(id, "Zoë Guest", "Home", "");
    SentMark mark = mark(ONE, DeviceChain.Head.NONE, guest.attendee(), half, Presence.PRESENT);
    SentRoll sent = new SentRoll(ONE, System.currentTimeMillis(), List.of(guest), List.of(mark));
    assertThat(sync.take(session, sent).kept()).containsExactly(id, mark.id());
    assertThat(sync.take(session, sent).kept()).containsExactly(id, mark.id());
    assertThat(found().people()).hasSize(3);
    assertThatThrownBy(() -> roll.match(session, id, "nobody@nowhere.example"))
        .isInstanceOf(AttendanceRefused.class);
    long officer = scenario.officer(Scenario.OTHER_MEMBER);
    roll.match(session, id, scenario.email(officer));
    assertThat(found().people().get(2).guest().personId()).isEqualTo(officer);
    roll.match(session, id, "");
    assertThat(found().people().get(2).guest().personId()).isNull();
  }

  @Test
  void aFormThatIsSentTwiceWritesNobodyDownTwice() {
    Guest guest = Guest.typed(UUID.randomUUID().toString(), "Zoë Guest", "", "");
    roll.register(session, guest);
    roll.register(session, guest);
    assertThat(found().people()).hasSize(3);
    // back in the browser, and another name over the first
    roll.register(session, Guest.typed(guest.id(), "Yves Guest", "", ""));
    long elsewhere = scenario.session(4, Chain.NONE);
    scenario.asCentre();
    roll.register(elsewhere, guest);
    assertThat(found().people()).extracting(RollPerson::name).endsWith("Zoë Guest", "Yves Guest");
    assertThat(roll.find(elsewhere, Language.EN).people()).hasSize(1);
  }

  @Test
  void aHalfDayIsNotedInAsManyStatementsForManyAsForFew() throws Exception {
    int few = Statements.of(() -> roll.note(session, half, Map.of(ada, Presence.LATE), "")).size();
    assertThat(
            Statements.of(
                () ->
                    roll.note(session, half, Map.of(ada, Presence.PRESENT, bo, Presence.LATE), "")))
        .hasSize(few);
  }

  @Test
  void nobodyElseCallsTheRoll() {
    scenario.asCoordinator(Scenario.MEMBER);
    assertThatThrownBy(this::found).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> sync.take(session, sent(ONE, 0, Map.of(ada, Presence.LATE))))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> roll.trace(session, half)).isInstanceOf(NotAllowed.class);
  }

  @Test
  void theRollTakesAsManyStatementsForManyAsForFew() throws Exception {
    sync.take(session, sent(ONE, 0, Map.of(ada, Presence.PRESENT)));
    int few = Statements.of(this::found).size();
    scenario.asCentre();
    Map<Attendee, Presence> more = Map.of(ada, Presence.LATE, bo, Presence.PRESENT);
    sync.take(session, sent(TWO, 0, more));
    assertThat(Statements.of(this::found)).hasSize(few).hasSizeLessThanOrEqualTo(9);
    SentRoll sent = sent(TWO, 2, more);
    assertThat(Statements.of(() -> sync.take(session, sent))).hasSizeLessThanOrEqualTo(10);
  }

  @Test
  void marksOfAHalfDayThatIsGoneStayAndHoldAgainWhenItIsBack() {
    roll.note(session, half, Map.of(ada, Presence.PRESENT), "");
    assertThat(found().former()).isEmpty();
    move(7);
    assertThat(found().former())
        .singleElement()
        .satisfies(
            mark -> {
              assertThat(mark.attendee()).isEqualTo(ada);
              assertThat(mark.sent().half()).isEqualTo(half);
            });
    assertThat(sync.take(session, one(ONE, 0, 0, Presence.LATE)).refused())
        .as("of a tablet that does not know yet")
        .containsValue("not-held");
    assertThat(found().former()).hasSize(2);
    move(-7);
    assertThat(found().former()).isEmpty();
    assertThat(found().mark(ada, half).orElseThrow().sent().presence()).isEqualTo(Presence.PRESENT);
  }

  private void move(int days) {
    SessionFacts facts = calendar.facts(List.of(session)).get(session);
    calendar.update(
        session,
        (int) scenario.number("SELECT version FROM training_session WHERE id = ?", session),
        new SessionPlan(
            facts.courseId(),
            facts.firstDay().plusDays(days),
            facts.lastDay().plusDays(days),
            facts.dayStart(),
            facts.dayEnd(),
            facts.venue(),
            facts.room(),
            facts.seats(),
            List.of(facts.languages().split(" ")),
            facts.approval(),
            facts.donor(),
            facts.online()));
  }

  private Roll found() {
    return roll.find(session, Language.EN);
  }

  private SentRoll one(String device, long now, long at, Presence presence) {
    SentMark mark =
        SentMark.next(
            DeviceChain.Head.NONE, device, UUID.randomUUID().toString(), ada, half, presence, at);
    return new SentRoll(device, now, List.of(), List.of(mark));
  }

  private SentRoll sent(String device, int after, Map<Attendee, Presence> presences) {
    List<SentMark> marks = new ArrayList<>();
    DeviceChain.Head head = new DeviceChain.Head(after, after == 0 ? "" : "0".repeat(64));
    for (Map.Entry<Attendee, Presence> each : presences.entrySet()) {
      SentMark next = mark(device, head, each.getKey(), half, each.getValue());
      marks.add(next);
      head = new DeviceChain.Head(next.counter(), next.hash());
    }
    return new SentRoll(device, System.currentTimeMillis(), List.of(), marks);
  }

  private static SentMark mark(
      String device, DeviceChain.Head head, Attendee who, String half, Presence presence) {
    return SentMark.next(
        head,
        device,
        UUID.randomUUID().toString(),
        who,
        half,
        presence,
        System.currentTimeMillis());
  }
}
