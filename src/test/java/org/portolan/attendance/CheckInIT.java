package org.portolan.attendance;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.attendance.CheckInView.State;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionFacts;
import org.portolan.container.MovableClock;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.web.NotFound;

@ArquillianTest
class CheckInIT {
  @Inject private CheckIn checkIn;
  @Inject private RollCall roll;
  @Inject private BadgeCodes badges;
  @Inject private SessionPapers papers;
  @Inject private MyAttendance mine;
  @Inject private EnrolmentService enrolment;
  @Inject private CalendarService calendar;
  @Inject private Scenario scenario;

  private long session;
  private long officer;
  private Attendee ada;
  private Instant starts;
  private String half;
  private String code;

  @BeforeEach
  void begin() {
    session = scenario.session(4, Chain.NONE);
    officer = scenario.officer(Scenario.MEMBER);
    scenario.as(officer, Scenario.MEMBER);
    ada = Attendee.seated(enrolment.apply(session, "I need it.").id());
    SessionFacts facts = calendar.facts(List.of(session)).get(session);
    starts = facts.startsAt();
    half = HalfDay.of(facts).get(0).code();
    MovableClock.hold(starts.minusSeconds(180));
    code = shown();
    asAda();
  }

  @AfterEach
  void leave() {
    MovableClock.release();
    scenario.asNobody();
  }

  @Test
  void whoScansTheCodeIsNotedOnceAndTheRollShowsIt() {
    assertThat(seen(code, null).state()).isEqualTo(State.OPEN);
    assertThat(marks()).as("looking notes nothing").isZero();
    assertThat(checkIn.arrive(code, null, Language.EN).state()).isEqualTo(State.HERE);
    assertThat(checkIn.arrive(code, null, Language.EN).state()).isEqualTo(State.HERE);
    assertThat(marks()).isEqualTo(1);
    MovableClock.hold(starts.plusSeconds(600));
    assertThat(seen(code, null))
        .as("who looks again with the old code")
        .satisfies(view -> assertThat(view.state()).isEqualTo(State.HERE))
        .satisfies(view -> assertThat(view.markedAt()).isEqualTo(starts.minusSeconds(180)));
    scenario.asCentre();
    Roll found = roll.find(session, Language.EN);
    assertThat(found.mark(ada, half).orElseThrow()).matches(Mark::atTheDoor);
    assertThat(found.devices())
        .singleElement()
        .matches(DeviceChain::atTheDoor)
        .matches(DeviceChain::whole);
    assertThat(checkIn.door(session, Language.EN))
        .satisfies(door -> assertThat(door.here()).isEqualTo(1))
        .satisfies(door -> assertThat(door.expected()).isEqualTo(1));
  }

  @Test
  void anOldCodeIsRefusedUnlessItWasBroughtInTime() {
    String arrival = seen(code, null).arrival();
    MovableClock.hold(starts.plusSeconds(300));
    assertThat(checkIn.arrive(code, null, Language.EN).state()).isEqualTo(State.EXPIRED);
    assertThat(checkIn.arrive(code, "1-" + arrival.substring(11), Language.EN).state())
        .isEqualTo(State.EXPIRED);
    assertThat(marks()).isZero();
    assertThat(checkIn.arrive(code, arrival, Language.EN).state()).isEqualTo(State.HERE);
    assertThat(marks()).isEqualTo(1);
  }

  @Test
  void aVisitorSignsInFirstAndAStrangerGoesToTheDesk() {
    scenario.asNobody();
    assertThat(seen(code, null).state()).isEqualTo(State.VISITOR);
    assertThatThrownBy(() -> checkIn.arrive(code, null, Language.EN))
        .isInstanceOf(NotSignedIn.class);
    scenario.as(scenario.officer(Scenario.OTHER_MEMBER), Scenario.OTHER_MEMBER);
    assertThat(checkIn.arrive(code, null, Language.EN).state()).isEqualTo(State.NOT_ON_ROLL);
    assertThat(marks()).isZero();
  }

  @Test
  void aGuestWhoseAccountIsNotedChecksIn() {
    String id = UUID.randomUUID().toString();
    long other = scenario.officer(Scenario.OTHER_MEMBER);
    scenario.asCentre();
    roll.register(session, Guest.typed(id, "Zoë Guest", "Home", ""));
    roll.match(session, id, scenario.email(other));
    scenario.as(other, Scenario.OTHER_MEMBER);
    assertThat(checkIn.arrive(code, null, Language.EN).state()).isEqualTo(State.HERE);
    scenario.asCentre();
    assertThat(roll.find(session, Language.EN).mark(Attendee.guest(id), half)).isPresent();
  }

  @Test
  void whatTheTrainerNotedCountsAndIsSaid() {
    scenario.asCentre();
    roll.note(session, half, Map.of(ada, Presence.ABSENT), "");
    asAda();
    assertThat(checkIn.arrive(code, null, Language.EN))
        .satisfies(view -> assertThat(view.state()).isEqualTo(State.OTHERWISE))
        .satisfies(view -> assertThat(view.presence()).isEqualTo(Presence.ABSENT));
    assertThat(marks()).isEqualTo(1);
  }

  @Test
  void signedAttendanceTakesNobodyIn() {
    MovableClock.hold(starts.plus(Duration.ofDays(2)).plus(Duration.ofHours(5)));
    String last = shown();
    assertThat(last).isNotNull();
    roll.sign(session, "Grace", roll.find(session, Language.EN).digest());
    assertThat(checkIn.door(session, Language.EN).code()).isNull();
    asAda();
    assertThat(checkIn.arrive(last, null, Language.EN).state()).isEqualTo(State.CLOSED);
    assertThat(marks()).isZero();
  }

  @Test
  void nobodyComesInBeforeOrAfterwards() {
    MovableClock.hold(starts.minus(Duration.ofHours(3)));
    assertThat(seen(code, null).state()).isEqualTo(State.NOT_NOW);
    scenario.asCentre();
    assertThat(checkIn.door(session, Language.EN))
        .satisfies(door -> assertThat(door.code()).isNull())
        .satisfies(door -> assertThat(door.opensAt()).isEqualTo(starts.minus(HalfDay.DOOR)));
    MovableClock.hold(starts.plus(Duration.ofDays(4)));
    assertThat(checkIn.door(session, Language.EN).opensAt()).isNull();
  }

  @Test
  void codesOfOtherSessionsAndOfCancelledOnesSaySo() {
    assertThat(seen("none", null).state()).isEqualTo(State.UNKNOWN);
    long other = scenario.session(4, Chain.NONE);
    asAda();
    String secret = code.substring(code.indexOf('-'));
    assertThat(seen(TypedCode.number(other) + secret, null).state()).isEqualTo(State.EXPIRED);
    scenario.asCentre();
    calendar.cancel(session);
    asAda();
    assertThat(seen(code, null).state()).isEqualTo(State.CANCELLED);
  }

  @Test
  void onlyTheCentreHasTheScreenAndItTakesFewStatements() throws Exception {
    assertThatThrownBy(() -> checkIn.door(session, Language.EN)).isInstanceOf(NotAllowed.class);
    scenario.asCentre();
    assertThat(Statements.of(() -> checkIn.door(session, Language.EN))).hasSizeLessThanOrEqualTo(6);
  }

  @Test
  void aBadgeIsKnownInItsSessionAlone() {
    String worn = badges.write(session, ada);
    scenario.asCentre();
    String typed = worn.toLowerCase(Locale.ROOT).replaceAll("(.{4})", "$1 ");
    assertThat(roll.noteBadge(session, half, typed)).isEqualTo(ada);
    assertThat(roll.noteBadge(session, half, worn)).isEqualTo(ada);
    assertThat(marks()).isEqualTo(1);
    assertThat(roll.find(session, Language.EN).people().get(0).badge())
        .isEqualTo(badges.fingerprint(session, ada))
        .isNotEqualTo(badges.fingerprint(session + 1, ada));
    String tampered = (worn.charAt(0) == '7' ? '8' : '7') + worn.substring(1);
    String elsewhere = badges.write(session + 1, ada);
    for (String none : List.of(tampered, elsewhere, "", ada.code())) {
      assertThatThrownBy(() -> roll.noteBadge(session, half, none))
          .isInstanceOfSatisfying(
              AttendanceRefused.class,
              e -> assertThat(e.reason()).isEqualTo(AttendanceRefused.Reason.UNKNOWN_BADGE));
    }
  }

  @Test
  void whoWasThereEnoughGetsACertificateOnceItIsSigned() throws Exception {
    checkIn.arrive(code, null, Language.EN);
    assertThat(mine.list(Language.EN))
        .singleElement()
        .satisfies(own -> assertThat(own.attended()).isEqualTo(1))
        .satisfies(own -> assertThat(own.halves()).hasSize(6))
        .matches(own -> !own.certified());
    assertThat(Statements.of(() -> mine.list(Language.EN))).hasSizeLessThanOrEqualTo(7);
    scenario.asCentre();
    MovableClock.hold(starts.plus(Duration.ofDays(2)).plus(Duration.ofHours(5)));
    List<HalfDay> halves = HalfDay.of(calendar.facts(List.of(session)).get(session));
    for (HalfDay each : halves.subList(1, 5)) {
      roll.note(session, each.code(), Map.of(ada, Presence.LATE), "");
    }
    asAda();
    assertThatThrownBy(() -> mine.certificate(session, Language.EN)).isInstanceOf(NotFound.class);
    scenario.asCentre();
    assertThatThrownBy(() -> papers.certificates(session, Language.EN))
        .isInstanceOf(NotFound.class);
    roll.sign(session, "Grace", roll.find(session, Language.EN).digest());
    assertThat(papers.certificates(session, Language.AR)).startsWith("%PDF".getBytes(US_ASCII));
    asAda();
    assertThat(mine.list(Language.EN)).singleElement().matches(OwnAttendance::certified);
    assertThat(mine.certificate(session, Language.EN)).startsWith("%PDF".getBytes(US_ASCII));
    scenario.asCentre();
    roll.note(session, halves.get(1).code(), Map.of(ada, Presence.EXCUSED), "A letter came");
    asAda();
    assertThatThrownBy(() -> mine.certificate(session, Language.EN))
        .as("four of six")
        .isInstanceOf(NotFound.class);
    scenario.as(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);
    assertThat(mine.list(Language.EN)).isEmpty();
    assertThatThrownBy(() -> mine.certificate(session, Language.EN)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> papers.badges(session, Language.EN)).isInstanceOf(NotAllowed.class);
  }

  private CheckInView seen(String typed, String arrival) {
    return checkIn.find(typed, arrival, Language.EN);
  }

  private String shown() {
    scenario.asCentre();
    return checkIn.door(session, Language.EN).code();
  }

  private void asAda() {
    scenario.as(officer, Scenario.MEMBER);
  }

  private long marks() {
    return scenario.number("SELECT COUNT(*) FROM attendance_mark WHERE session_id = ?", session);
  }
}
