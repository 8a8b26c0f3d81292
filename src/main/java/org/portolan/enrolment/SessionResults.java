package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionFacts;
import org.portolan.catalog.CourseLinks;
import org.portolan.completion.CompletionResult;
import org.portolan.completion.Completions;
import org.portolan.completion.EndedSession;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;
import org.portolan.seat.ApplicationState;

/** A centre says who completed a session that is over or never ends, of those who had its seats. */
@ApplicationScoped
public class SessionResults {
  @Inject private CalendarService calendar;
  @Inject private SeatBooks books;
  @Inject private ApplicationRows rows;
  @Inject private Completions completions;
  @Inject private CourseLinks links;
  @Inject private Instance<KnownAttendance> attendance;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;

  /** Who had the seats of a session of one's own centre, and what came of it. */
  @Transactional
  public ResultList find(long sessionId, Language reader) {
    SessionFacts session = own(sessionId);
    List<ApplicationSummary> seated = seated(sessionId, reader);
    return new ResultList(
        rows.session(sessionId, reader).orElseThrow(() -> new NotFound("session " + sessionId)),
        over(session),
        seated,
        completions.ofSession(sessionId),
        attended(session, seated));
  }

  private Map<Long, KnownAttendance.Attended> attended(
      SessionFacts session, List<ApplicationSummary> seated) {
    List<Long> numbers = seated.stream().map(ApplicationSummary::id).toList();
    Map<Long, KnownAttendance.Attended> known = new HashMap<>();
    attendance.forEach(each -> known.putAll(each.of(session, numbers)));
    return seated.stream()
        .filter(each -> known.containsKey(each.id()))
        .collect(Collectors.toMap(ApplicationSummary::personId, each -> known.get(each.id())));
  }

  /**
   * Keeps what came of it for those who had a seat; others are passed over.
   *
   * @throws EnrolmentRefused when the session is not over
   */
  @Transactional
  public void mark(long sessionId, Map<Long, CompletionResult> results) {
    SessionFacts session = own(sessionId);
    books.holdAsKept(sessionId);
    if (!over(session)) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.NOT_OVER);
    }
    Set<Long> seated =
        seated(sessionId, Language.EN).stream()
            .map(ApplicationSummary::personId)
            .collect(Collectors.toSet());
    completions.mark(
        new EndedSession(
            sessionId,
            session.code(),
            session.courseId(),
            session.centreCode(),
            session.standing() ? calendar.today(session.zone()) : session.lastDay(),
            links.gives(session.courseId())),
        results.entrySet().stream()
            .filter(result -> seated.contains(result.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private List<ApplicationSummary> seated(long sessionId, Language reader) {
    return rows.listed(sessionId, reader).stream()
        .filter(each -> each.state() == ApplicationState.APPROVED)
        .toList();
  }

  private boolean over(SessionFacts session) {
    return session.completableAt(clock.instant());
  }

  private SessionFacts own(long sessionId) {
    SessionFacts session = calendar.facts(List.of(sessionId)).get(sessionId);
    if (session == null) {
      throw new NotFound("session " + sessionId);
    }
    me.requireRole(Role.CENTRE, Scope.centre(session.centreCode()));
    return session;
  }
}
