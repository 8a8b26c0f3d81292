package org.portolan.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portolan.calendar.SessionFacts;
import org.portolan.enrolment.KnownAttendance;

/** What the closed roll of a session proposes for its results. */
@ApplicationScoped
class AttendanceForResults implements KnownAttendance {
  @Inject private AttendanceTerms terms;
  @Inject private AttendanceRows rows;

  @Override
  @Transactional
  public Map<Long, Attended> of(SessionFacts session, Collection<Long> applications) {
    if (!session.dated() || !terms.closed(session, rows.signature(session.id()).isPresent())) {
      return Map.of();
    }
    Map<Attendee, Map<String, Mark>> held = new RollFold(rows.marks(session.id())).held();
    if (held.isEmpty()) {
      return Map.of();
    }
    List<HalfDay> halves = HalfDay.of(session);
    return applications.stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                each -> attended(halves, held.getOrDefault(Attendee.seated(each), Map.of()))));
  }

  private Attended attended(List<HalfDay> halves, Map<String, Mark> marks) {
    long there = OwnAttendance.attended(halves, marks);
    return new Attended(there, halves.size(), terms.enough().holds(there, halves.size()));
  }
}
