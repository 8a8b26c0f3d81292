package org.portolan.attendance.online;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.booking.Bookings;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionState;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.enrolment.OfferedSession;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.TypedLine;

/**
 * The centre of a session says how it is joined online. Whoever has a seat is told, as long as they
 * have it; trainers who are booked know it too. What it says goes into no trail, no search and
 * nothing that is public.
 */
@ApplicationScoped
public class OnlineRooms {
  private static final int MOST = 100;

  /** Sessions last longer than planned, and people come back for what they left there. */
  private static final Duration AFTERWARDS = Duration.ofHours(12);

  @Inject private OnlineRoomRows rows;
  @Inject private CalendarService calendar;
  @Inject private EnrolmentService enrolment;
  @Inject private Bookings bookings;
  @Inject private CurrentPerson me;
  @Inject private AuditTrail audit;
  @Inject private Event<OnlineRoomChanged> changed;
  @Inject private Clock clock;

  /** A session of one's own centre, in the language of the reader. */
  @Transactional
  public OwnRoom ofCentre(long session, Language reader) {
    own(session, calendar.facts(List.of(session)).get(session));
    return new OwnRoom(enrolment.session(session, reader), room(session));
  }

  /**
   * Says how a session of one's own centre is joined online; saying the same again changes nothing.
   *
   * @param version of what was shown
   * @throws RoomProblems where it cannot be kept
   */
  @Transactional
  public void keep(long session, int version, String address, String note) {
    SessionFacts facts = held(session);
    String typedAddress = TypedLine.of(address);
    String typedNote = TypedLine.of(note);
    RoomProblems.check(typedAddress, typedNote);
    take(facts, version, typedAddress, typedNote, "session.online-kept");
  }

  /** Takes it back. */
  @Transactional
  public void remove(long session, int version) {
    take(held(session), version, "", "", "session.online-removed");
  }

  private void take(SessionFacts facts, int version, String address, String note, String deed) {
    OnlineRoom before = room(facts.id());
    if (before.says(address, note)) {
      return;
    }
    if (before.version() != version) {
      throw new ChangedMeanwhile();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    rows.keep(facts.id(), new OnlineRoom(address, note, now, version + 1), me.id());
    // others read the trail who are not to join: it says that, not what
    audit.entry(deed, "session", facts.id()).scope(Scope.centre(facts.centreCode())).write();
    changed.fire(new OnlineRoomChanged(facts.id()));
  }

  /** How the one who asks joins a session; empty where it is not for them. */
  @Transactional
  public Optional<OnlineRoom> forMe(long session) {
    if (!me.isSignedIn()) {
      return Optional.empty();
    }
    OnlineRoom room = room(session);
    SessionFacts facts = room.there() ? calendar.facts(List.of(session)).get(session) : null;
    return facts != null && joinable(facts) && mayJoin(facts)
        ? Optional.of(room)
        : Optional.empty();
  }

  private boolean mayJoin(SessionFacts facts) {
    return rows.seated(facts.id(), me.id())
        || me.holds(Role.CENTRE, Scope.centre(facts.centreCode()))
        || bookings.taughtBy(me.id(), clock.instant().minus(AFTERWARDS)).contains(facts.id());
  }

  /** All that the one who asks joins by a seat or as a trainer, the soonest first. */
  @Transactional
  public List<OwnRoom> mine(Language reader) {
    me.require();
    Set<Long> ids = new LinkedHashSet<>(rows.sessions(me.id(), MOST));
    ids.addAll(bookings.taughtBy(me.id(), clock.instant().minus(AFTERWARDS)));
    Map<Long, OnlineRoom> rooms = told(ids);
    Map<Long, OfferedSession> sessions = enrolment.sessions(rooms.keySet(), reader);
    return rooms.entrySet().stream()
        .filter(each -> sessions.containsKey(each.getKey()))
        .map(each -> new OwnRoom(sessions.get(each.getKey()), each.getValue()))
        .sorted(Comparator.comparing(own -> own.session().startsAt()))
        .toList();
  }

  /**
   * Of these sessions those that can be joined online, for features that tell it to nobody but
   * those who have a seat or teach.
   */
  @Transactional
  public Map<Long, OnlineRoom> told(Collection<Long> sessions) {
    Map<Long, OnlineRoom> rooms = rows.find(sessions);
    Map<Long, SessionFacts> facts = calendar.facts(rooms.keySet());
    return rooms.entrySet().stream()
        .filter(each -> each.getValue().there() && joinable(facts.get(each.getKey())))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** What was said last of a session, for calendars of those who have its seats. */
  @Transactional(Transactional.TxType.MANDATORY)
  public OnlineRoom last(long session) {
    return room(session);
  }

  /** Who has a seat in a session, to be told. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Long> seated(long session) {
    return rows.seated(session);
  }

  private boolean joinable(SessionFacts facts) {
    return facts.state() == SessionState.PUBLISHED
        && (!facts.dated() || facts.endsAt().plus(AFTERWARDS).isAfter(clock.instant()));
  }

  private OnlineRoom room(long session) {
    return rows.find(List.of(session)).getOrDefault(session, OnlineRoom.NONE);
  }

  private SessionFacts held(long session) {
    SessionFacts facts = own(session, calendar.held(session).orElse(null));
    if (me.require().byApiToken()) {
      throw new NotAllowed();
    }
    return facts;
  }

  private SessionFacts own(long session, SessionFacts facts) {
    me.require();
    if (facts == null || facts.state() != SessionState.PUBLISHED) {
      throw new NotFound("session " + session);
    }
    me.requireRole(Role.CENTRE, Scope.centre(facts.centreCode()));
    return facts;
  }
}
