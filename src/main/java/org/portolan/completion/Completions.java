package org.portolan.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.competency.Attainments;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Scope;

/** Which courses people completed. Who had a seat is known by those who call it. */
@ApplicationScoped
public class Completions {
  @Inject private CompletionRepository completions;
  @Inject private Attainments attainments;
  @Inject private Event<CourseCompleted> events;
  @Inject private AuditTrail audit;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;

  /** What came of a session for each who has a result, by person. */
  @Transactional
  public Map<Long, CompletionResult> ofSession(long session) {
    return completions.ofSession(session).stream()
        .collect(Collectors.toMap(Completion::personId, Completion::result));
  }

  /** What the one who asks completed, and what not, the latest first. */
  @Transactional
  public List<CompletionSummary> mine() {
    return completions.ofPerson(me.id()).stream().map(Completion::summary).toList();
  }

  /**
   * By person and code of the course, the day when they completed it last; in one statement. Asked
   * for by those entitled.
   */
  @Transactional
  public Map<Long, Map<String, LocalDate>> completed(Collection<Long> people) {
    return people.isEmpty() ? Map.of() : completions.completed(people);
  }

  /**
   * Keeps what came of a session, new or mended; those who completed it get the competencies of its
   * course, the others lose what it gave them. Who calls it holds the session and has made sure
   * that these people had its seats.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void mark(EndedSession session, Map<Long, CompletionResult> results) {
    Instant now = clock.instant();
    Map<Long, CompletionResult> added = new HashMap<>(results);
    Deed deed =
        audit
            .entry("completion.marked", "session", session.id())
            .scope(Scope.centre(session.centreCode()));
    for (Completion known : completions.ofSession(session.id())) {
      CompletionResult result = added.remove(known.personId());
      if (result != null && result != known.result()) {
        told(deed, known.personId(), known.result(), result);
        known.mark(result, session.day(), me.id(), now);
        fire(session, known.personId(), result);
      }
    }
    added.forEach(
        (person, result) -> {
          told(deed, person, null, result);
          fire(session, person, result);
        });
    completions.addAll(session, added, me.id(), now);
    Map<Boolean, Set<Long>> byDone =
        results.keySet().stream()
            .collect(
                Collectors.partitioningBy(
                    person -> results.get(person) == CompletionResult.COMPLETED,
                    Collectors.toSet()));
    attainments.give(
        byDone.get(true), byDone.get(false), session.gives(), session.code(), session.day());
    if (deed.changesAnything()) {
      deed.write();
    }
  }

  private static void told(
      Deed deed, long person, CompletionResult before, CompletionResult after) {
    deed.personal(person, "result", before == null ? null : before.code(), after.code());
  }

  private void fire(EndedSession session, long person, CompletionResult result) {
    if (result == CompletionResult.COMPLETED) {
      events.fire(new CourseCompleted(person, session.courseId(), session.id(), session.day()));
    }
  }
}
