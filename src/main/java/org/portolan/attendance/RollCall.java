package org.portolan.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.portolan.calendar.SessionFacts;
import org.portolan.enrolment.ApplicationSummary;
import org.portolan.enrolment.SeatDesk;
import org.portolan.enrolment.SeatPlan;
import org.portolan.people.EmailAddress;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.TypedLine;
import org.portolan.region.Directory;
import org.portolan.seat.ApplicationState;

/**
 * The roll of a session: who was there on each half-day, called by people of its centre. It closes
 * by itself some days after the session; once it is closed or signed, a change needs a reason.
 */
@ApplicationScoped
public class RollCall {
  private static final int LONGEST_REASON = 300;
  private static final int MOST_TRACED = 500;

  @Inject private AttendanceTerms terms;
  @Inject private AttendanceRows rows;
  @Inject private BadgeCodes badges;
  @Inject private SeatDesk seats;
  @Inject private Directory directory;
  @Inject private People people;
  @Inject private CurrentPerson me;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** That of a session of one's own centre. */
  @Transactional
  public Roll find(long session, Language reader) {
    SessionFacts facts = terms.own(session);
    SeatPlan plan = seats.find(session, reader);
    List<Mark> marks = rows.marks(session);
    RollFold fold = new RollFold(marks);
    List<HalfDay> halves = HalfDay.of(facts);
    Signature signature = rows.signature(session).orElse(null);
    return new Roll(
        plan.session(),
        halves,
        people(plan, fold, session, reader),
        fold.held(),
        DeviceChain.of(marks),
        former(marks, halves),
        signature,
        fold.digest(),
        terms.closesAt(facts),
        terms.closed(facts, signature != null),
        terms.signable(halves),
        terms.enough());
  }

  /** Days and hours may change after somebody was there: what was noted then stays. */
  private static List<Mark> former(List<Mark> marks, List<HalfDay> halves) {
    Set<String> held = halves.stream().map(HalfDay::code).collect(Collectors.toSet());
    return latest(marks.stream().filter(mark -> !held.contains(mark.sent().half())).toList());
  }

  private static List<Mark> latest(List<Mark> marks) {
    List<Mark> latest = new ArrayList<>(marks);
    Collections.reverse(latest);
    return latest.stream().limit(MOST_TRACED).toList();
  }

  private List<RollPerson> people(SeatPlan plan, RollFold fold, long session, Language reader) {
    List<RollPerson> found = new ArrayList<>();
    for (ApplicationSummary each : plan.listed()) {
      Attendee who = Attendee.seated(each.id());
      boolean seated = each.state() == ApplicationState.APPROVED;
      if (seated || fold.held().containsKey(who)) {
        found.add(
            new RollPerson(
                who,
                each.person(),
                each.post() == null ? "" : each.post(),
                administration(each.memberCode(), reader),
                null,
                seated,
                badges.fingerprint(session, who)));
      }
    }
    for (Guest guest : rows.guests(session)) {
      found.add(
          new RollPerson(
              guest.attendee(),
              guest.name(),
              "",
              guest.administration(),
              guest,
              true,
              badges.fingerprint(session, guest.attendee())));
    }
    return found;
  }

  private String administration(String code, Language reader) {
    return code == null
        ? ""
        : directory.findMember(code).map(each -> each.name().in(reader)).orElse(code);
  }

  /**
   * Notes who was there on a half-day, as far as it is other than before.
   *
   * @param reason needed where the attendance is closed or signed
   * @return how many were noted
   * @throws AttendanceRefused where none is given, or the session has no such half-day
   */
  @Transactional
  public int note(long session, String half, Map<Attendee, Presence> presences, String reason) {
    SessionFacts facts = terms.called(session);
    rows.lock(session);
    if (HalfDay.of(facts).stream().noneMatch(each -> each.code().equals(half))) {
      throw new AttendanceRefused(AttendanceRefused.Reason.NOT_HELD);
    }
    List<Mark> marks = rows.marks(session);
    RollFold fold = new RollFold(marks);
    Map<Attendee, Presence> changed = new LinkedHashMap<>();
    presences.forEach(
        (who, presence) -> {
          Mark before = fold.held().getOrDefault(who, Map.of()).get(half);
          if (before == null || before.sent().presence() != presence) {
            changed.put(who, presence);
          }
        });
    changed.keySet().retainAll(known(session, changed.keySet()));
    if (changed.isEmpty()) {
      return 0;
    }
    String why = TypedLine.of(reason);
    boolean closed = terms.closed(facts, rows.signature(session).isPresent());
    if (closed && why.isEmpty()) {
      throw new AttendanceRefused(AttendanceRefused.Reason.REASON_NEEDED);
    }
    rows.add(session, made(marks, half, changed, closed ? cut(why) : null));
    audit
        .entry(closed ? "attendance.corrected" : "attendance.marked", "session", session)
        .scope(Scope.centre(facts.centreCode()))
        .change("marks", null, changed.size())
        .write();
    return changed.size();
  }

  /**
   * Notes whoever has this badge as here on a half-day.
   *
   * @return who that is
   * @throws AttendanceRefused where nobody on the roll has it, or as {@link #note} does
   */
  @Transactional
  public Attendee noteBadge(long session, String half, String code) {
    terms.called(session);
    Attendee who =
        badges
            .read(session, code, rows.attendees(session))
            .orElseThrow(() -> new AttendanceRefused(AttendanceRefused.Reason.UNKNOWN_BADGE));
    note(session, half, Map.of(who, Presence.PRESENT), "");
    return who;
  }

  private List<Mark> made(
      List<Mark> marks, String half, Map<Attendee, Presence> changed, String reason) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    DeviceChain.Head head = DeviceChain.head(marks, Mark.DESK);
    List<Mark> made = new ArrayList<>();
    for (Map.Entry<Attendee, Presence> each : changed.entrySet()) {
      SentMark next =
          SentMark.next(
              head,
              Mark.DESK,
              UUID.randomUUID().toString(),
              each.getKey(),
              half,
              each.getValue(),
              now.toEpochMilli());
      made.add(new Mark(next, Mark.DESK, now, now, me.id(), reason, null));
      head = new DeviceChain.Head(next.counter(), next.hash());
    }
    return made;
  }

  /** Those of them who are on the roll of the session. */
  private Set<Attendee> known(long session, Set<Attendee> people) {
    Set<Long> seated =
        rows.applications(
            session, people.stream().map(Attendee::application).filter(Objects::nonNull).toList());
    Map<String, Long> guests =
        rows.takenGuests(people.stream().map(Attendee::guest).filter(Objects::nonNull).toList());
    return people.stream()
        .filter(
            who ->
                who.isGuest()
                    ? guests.getOrDefault(who.guest(), 0L) == session
                    : seated.contains(who.application()))
        .collect(Collectors.toSet());
  }

  private static String cut(String why) {
    return why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON) : why;
  }

  /**
   * Writes down somebody without an account; without problems. One form that is sent twice writes
   * them down once.
   */
  @Transactional
  public void register(long session, Guest guest) {
    SessionFacts facts = terms.called(session);
    if (!guest.problems().isEmpty()) {
      throw new IllegalArgumentException("a guest with problems");
    }
    rows.lock(session);
    List<Guest> guests = rows.guests(session);
    if (guests.stream()
        .anyMatch(each -> each.id().equals(guest.id()) && each.name().equals(guest.name()))) {
      return;
    }
    if (guests.size() >= RollSync.MOST_GUESTS) {
      throw new AttendanceRefused(AttendanceRefused.Reason.TOO_MANY);
    }
    // whoever went back in their browser and wrote down another one sends the name of the first
    boolean taken = !rows.takenGuests(List.of(guest.id())).isEmpty();
    Guest added =
        taken
            ? Guest.typed(
                UUID.randomUUID().toString(), guest.name(), guest.administration(), guest.email())
            : guest;
    rows.add(session, added, me.id(), clock.instant());
    audit
        .entry("attendance.guest-registered", "session", session)
        .scope(Scope.centre(facts.centreCode()))
        .change("guests", null, 1)
        .write();
  }

  /**
   * Says whose account a guest has meanwhile, by its address; an empty one takes that back.
   *
   * @throws AttendanceRefused where no account has it
   */
  @Transactional
  public void match(long session, String guest, String email) {
    SessionFacts facts = terms.called(session);
    String typed = TypedLine.of(email);
    Optional<PersonSummary> person =
        typed.isEmpty() || !typed.contains("@")
            ? Optional.empty()
            : EmailAddress.typed(typed).flatMap(people::findByEmail);
    if (!typed.isEmpty() && person.isEmpty()) {
      throw new AttendanceRefused(AttendanceRefused.Reason.NO_ACCOUNT);
    }
    Long id = person.map(PersonSummary::id).orElse(null);
    if (!rows.match(session, guest, id, me.id(), clock.instant())) {
      throw new NotFound("a guest of the session");
    }
    audit
        .entry("attendance.guest-matched", "session", session)
        .scope(Scope.centre(facts.centreCode()))
        .change("account", null, id)
        .write();
  }

  /**
   * Signs the attendance as it was shown.
   *
   * @param name of the trainer who answers for it
   * @param seen digest of what was shown to them
   * @throws AttendanceRefused where it is another by now: they look again, and sign that
   */
  @Transactional
  public void sign(long session, String name, String seen) {
    SessionFacts facts = terms.called(session);
    rows.lock(session);
    String signer = TypedLine.of(name);
    if (signer.isEmpty() || signer.length() > Guest.LONGEST) {
      throw new AttendanceRefused(AttendanceRefused.Reason.NAME_NEEDED);
    }
    if (!terms.signable(HalfDay.of(facts))) {
      throw new AttendanceRefused(AttendanceRefused.Reason.TOO_EARLY);
    }
    String digest = new RollFold(rows.marks(session)).digest();
    if (!digest.equals(seen)) {
      throw new AttendanceRefused(AttendanceRefused.Reason.NOT_AS_SEEN);
    }
    Signature before = rows.signature(session).orElse(null);
    if (before != null && before.name().equals(signer) && before.digest().equals(digest)) {
      return;
    }
    rows.sign(session, new Signature(signer, clock.instant(), digest), me.id());
    audit
        .entry("attendance.signed", "session", session)
        .scope(Scope.centre(facts.centreCode()))
        .change("digest", null, digest)
        .write();
  }

  /** The marks of a half-day, the latest to come first, whether or not they hold. */
  @Transactional
  public List<Mark> trace(long session, String half) {
    terms.own(session);
    return latest(
        rows.marks(session).stream().filter(mark -> mark.sent().half().equals(half)).toList());
  }
}
