package org.portolan.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionState;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.enrolment.OfferedSession;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.web.NotFound;
import org.portolan.region.Directory;

/** The attendance of the one who asks, and what they are given for it. */
@ApplicationScoped
public class MyAttendance {
  private static final int MOST = 30;

  @Inject private AttendanceTerms terms;
  @Inject private AttendanceRows rows;
  @Inject private CalendarService calendar;
  @Inject private EnrolmentService enrolment;
  @Inject private People people;
  @Inject private Directory directory;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;

  /**
   * In the sessions that have begun in which they have a seat or were written down, latest first.
   */
  @Transactional
  public List<OwnAttendance> list(Language reader) {
    Map<Long, Attendee> own = rows.attendees(me.id(), clock.instant().plus(HalfDay.DOOR), MOST);
    Set<Long> ids = own.keySet();
    Map<Long, SessionFacts> facts = calendar.facts(ids);
    Map<Long, OfferedSession> offered = enrolment.sessions(ids, reader);
    Map<Long, List<Mark>> marks = rows.marks(ids);
    Map<Long, Signature> signatures = rows.signatures(ids);
    Map<Long, Map<String, Mark>> held =
        own.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    each ->
                        new RollFold(marks.getOrDefault(each.getKey(), List.of()))
                            .held()
                            .getOrDefault(each.getValue(), Map.of())));
    Map<Long, String> markers = names(held.values());
    List<OwnAttendance> found = new ArrayList<>();
    for (Long id : ids) {
      List<HalfDay> halves = HalfDay.of(facts.get(id));
      found.add(
          new OwnAttendance(
              offered.get(id),
              halves,
              held.get(id),
              markers,
              closedAt(facts.get(id), signatures.get(id)),
              terms.enough().holds(OwnAttendance.attended(halves, held.get(id)), halves.size())));
    }
    return found;
  }

  /** What has to be reached for a certificate. */
  public EnoughPresence enough() {
    return terms.enough();
  }

  /** The certificate for a session; 404 where there is none. */
  @Transactional
  public byte[] certificate(long session, Language language) {
    Attendee who = rows.attendee(session, me.id()).orElseThrow(() -> new NotFound("a certificate"));
    SessionFacts facts =
        terms
            .known(session)
            .filter(known -> known.state() == SessionState.PUBLISHED)
            .orElseThrow(() -> new NotFound("session " + session));
    Signature signature = rows.signature(session).orElse(null);
    List<HalfDay> halves = HalfDay.of(facts);
    Map<String, Mark> held = new RollFold(rows.marks(session)).held().getOrDefault(who, Map.of());
    if (closedAt(facts, signature) == null
        || !terms.enough().holds(OwnAttendance.attended(halves, held), halves.size())) {
      throw new NotFound("a certificate");
    }
    PersonSummary person = people.find(me.id()).orElseThrow();
    String member = person.memberCode();
    String administration =
        member == null
            ? ""
            : directory.findMember(member).map(each -> each.name().in(language)).orElse(member);
    return Certificates.of(
            enrolment.session(session, language),
            facts,
            signature,
            closedAt(facts, signature),
            language)
        .pdf(List.of(new Certificates.Earned(person.name(), administration, held)));
  }

  private Instant closedAt(SessionFacts facts, Signature signature) {
    if (signature != null) {
      return signature.signedAt();
    }
    return terms.closed(facts, false) ? terms.closesAt(facts) : null;
  }

  private Map<Long, String> names(Collection<Map<String, Mark>> held) {
    Set<Long> markers =
        held.stream()
            .flatMap(marks -> marks.values().stream())
            .map(Mark::markedBy)
            .collect(Collectors.toSet());
    return people.byIds(markers).values().stream()
        .collect(Collectors.toMap(PersonSummary::id, PersonSummary::name));
  }
}
