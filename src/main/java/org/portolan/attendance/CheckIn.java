package org.portolan.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.portolan.attendance.CheckInView.State;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionState;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.enrolment.OfferedSession;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.secret.SealedBox;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Scope;

/**
 * Participants say themselves that they are here, by the code that changes on the screen at the
 * door. It is a mark like any other, but gives way to those of the people who call the roll.
 */
@ApplicationScoped
public class CheckIn {
  private static final String PLACE = "attendance_mark.door";

  @Inject private AttendanceTerms terms;
  @Inject private AttendanceRows rows;
  @Inject private EnrolmentService enrolment;
  @Inject private SealedBox box;
  @Inject private CurrentPerson me;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** The screen of a session of one's own centre. */
  @Transactional
  public Door door(long session, Language reader) {
    SessionFacts facts = terms.own(session);
    Instant now = clock.instant();
    List<HalfDay> halves = HalfDay.of(facts);
    Optional<HalfDay> half = HalfDay.openAt(halves, now);
    boolean closed = terms.closed(facts, rows.signature(session).isPresent());
    Map<Attendee, Map<String, Mark>> held = new RollFold(rows.marks(session)).held();
    long here =
        half.map(
                open ->
                    held.values().stream()
                        .map(marks -> marks.get(open.code()))
                        .filter(mark -> mark != null && mark.sent().presence().attended())
                        .count())
            .orElse(0L);
    return new Door(
        enrolment.session(session, reader),
        half.orElse(null),
        half.isPresent() ? null : HalfDay.nextAfter(halves, now).map(HalfDay::opensAt).orElse(null),
        closed ? null : codes().code(session, halves, now).orElse(null),
        DoorCodes.left(now),
        here,
        rows.expected(session),
        closed);
  }

  /** What becomes of a code for the one who asks; looking changes nothing. */
  @Transactional
  public CheckInView find(String code, String arrival, Language reader) {
    Optional<SessionFacts> facts = known(code);
    return facts.isEmpty()
        ? new CheckInView(State.UNKNOWN, null, null, null, null, null)
        : judged(facts.get(), code, arrival, reader, clock.instant());
  }

  /** Notes that the one who asks is here, once, where they may say so. */
  @Transactional
  public CheckInView arrive(String code, String arrival, Language reader) {
    me.requireSelf();
    if (me.require().byApiToken()) {
      throw new NotAllowed();
    }
    Optional<SessionFacts> facts = known(code);
    if (facts.isPresent()) {
      long session = facts.get().id();
      rows.lock(session);
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      CheckInView view = judged(facts.get(), code, arrival, reader, now);
      if (view.state() == State.OPEN) {
        Mark mark = mark(session, view.half(), now);
        rows.add(session, List.of(mark));
        audit
            .entry("attendance.checked-in", "session", session)
            .scope(Scope.centre(facts.get().centreCode()))
            .change("half-day", null, view.half().code())
            .write();
      }
    }
    return find(code, arrival, reader);
  }

  private Mark mark(long session, HalfDay half, Instant now) {
    SentMark next =
        SentMark.next(
            DeviceChain.head(rows.marks(session), Mark.DOOR),
            Mark.DOOR,
            UUID.randomUUID().toString(),
            rows.attendee(session, me.id()).orElseThrow(),
            half.code(),
            Presence.PRESENT,
            now.toEpochMilli());
    return new Mark(next, Mark.DOOR, now, now, me.id(), null, null);
  }

  private Optional<SessionFacts> known(String code) {
    long session = DoorCodes.session(code);
    return session < 0 ? Optional.empty() : terms.known(session);
  }

  private CheckInView judged(
      SessionFacts facts, String code, String arrival, Language reader, Instant now) {
    long session = facts.id();
    OfferedSession offered = enrolment.session(session, reader);
    if (facts.state() == SessionState.CANCELLED) {
      return new CheckInView(State.CANCELLED, offered, null, null, null, null);
    }
    List<HalfDay> halves = HalfDay.of(facts);
    DoorCodes codes = codes();
    Optional<HalfDay> half = codes.half(code, session, halves, now);
    String proof = half.isPresent() ? codes.arrival(code, now) : null;
    if (half.isEmpty()) {
      Optional<Instant> arrived = codes.arrived(arrival, code, now);
      half = arrived.flatMap(then -> codes.half(code, session, halves, then));
      proof = half.isPresent() ? arrival : null;
    }
    Optional<Attendee> attendee =
        me.isSignedIn() ? rows.attendee(session, me.id()) : Optional.empty();
    HalfDay meant = half.or(() -> HalfDay.openAt(halves, now)).orElse(null);
    if (meant == null) {
      HalfDay next = HalfDay.nextAfter(halves, now).orElse(null);
      return new CheckInView(State.NOT_NOW, offered, next, null, null, null);
    }
    Mark noted = attendee.map(who -> noted(session, who, meant)).orElse(null);
    State state;
    if (noted != null && noted.sent().presence().attended()) {
      // whoever looks again later is told so, and not that the code has changed
      state = State.HERE;
    } else if (half.isEmpty()) {
      state = State.EXPIRED;
    } else if (terms.closed(facts, rows.signature(session).isPresent())) {
      state = State.CLOSED;
    } else if (!me.isSignedIn()) {
      state = State.VISITOR;
    } else if (attendee.isEmpty()) {
      state = State.NOT_ON_ROLL;
    } else {
      state = noted == null ? State.OPEN : State.OTHERWISE;
    }
    return new CheckInView(
        state,
        offered,
        meant,
        noted == null ? null : noted.sent().presence(),
        noted == null ? null : noted.markedAt(),
        proof);
  }

  private Mark noted(long session, Attendee who, HalfDay half) {
    return new RollFold(rows.marks(session)).held().getOrDefault(who, Map.of()).get(half.code());
  }

  private DoorCodes codes() {
    return new DoorCodes(text -> box.mark(text, PLACE));
  }
}
