package org.portolan.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.portolan.catalog.Catalog;
import org.portolan.catalog.CourseFacts;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.search.Changes;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;

/**
 * Who moves a session on: its centre hands it in, publishes and reports; the Regional Office checks
 * it or sends it back. Many at a time, whose number costs no statements: either all are moved or
 * none. Sessions are named with the version that the person saw of each.
 */
@ApplicationScoped
public class SessionWorkflow {
  private static final String KIND = "session";
  private static final int LONGEST_NOTE = 1000;

  /** A year of the largest centre is less; one deed holds all their rows. */
  public static final int MOST = 500;

  @Inject private SessionRepository sessions;
  @Inject private CheckRules rules;
  @Inject private Instance<JoinedDrafts> joined;
  @Inject private Catalog catalog;
  @Inject private CurrentPerson person;
  @Inject private Event<SessionPublished> published;
  @Inject private Event<SessionRestored> restored;
  @Inject private Event<SessionsMoved> moved;
  @Inject private Changes changes;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** Hands drafts of one's own centre to the Regional Office. */
  @Transactional
  public void submit(Map<Long, Integer> versions) {
    Instant now = clock.instant();
    List<Session> found = held(versions);
    found.forEach(this::requireOwn);
    courses(found);
    deed("session.submitted", found, session -> session.submit(now));
    tell(found, Stage.SUBMITTED, "");
  }

  /** Says that the Regional Office has nothing against these. */
  @Transactional
  public void check(Map<Long, Integer> versions, String note) {
    String words = words(note);
    Instant now = clock.instant();
    List<Session> found = held(versions);
    found.forEach(this::requireOffice);
    deed("session.checked", found, session -> session.check(words, now));
    tell(found, Stage.CHECKED, words);
  }

  /**
   * Gives them back to their centres, which are told why.
   *
   * @throws InvalidPlan where nothing is said
   */
  @Transactional
  public void sendBack(Map<Long, Integer> versions, String note) {
    String words = words(note);
    if (words.isEmpty()) {
      throw new InvalidPlan(Map.of("note", "calendar.problem.note"));
    }
    Instant now = clock.instant();
    List<Session> found = held(versions);
    found.forEach(this::requireOffice);
    deed("session.sent-back", found, session -> session.sendBack(words, now));
    tell(found, Stage.SENT_BACK, words);
  }

  /** Publishes drafts of one's own centre. */
  @Transactional
  public void publish(Map<Long, Integer> versions) {
    publish(held(versions));
  }

  /** One draft, whatever anybody saw of it. */
  void publish(List<Session> found) {
    Instant now = clock.instant();
    found.forEach(this::requireOwn);
    Map<Long, CourseFacts> courses = courses(found);
    requireChecked(found);
    requireAlone(found);
    for (Session session : found) {
      SessionFacts facts = session.facts();
      new CourseDays(courses.get(session.courseId()).validity())
          .require(facts.firstDay(), facts.lastDay());
    }
    deed("session.published", found, session -> session.publish(now));
    found.forEach(session -> published.fire(new SessionPublished(session.id())));
    changes.recordAll(KIND, found.stream().map(Session::id).toList());
  }

  /** What became part of another session is held there, and not once more. */
  private void requireAlone(List<Session> found) {
    List<Long> drafts =
        found.stream()
            .filter(session -> session.state() == SessionState.DRAFT)
            .map(Session::id)
            .toList();
    joined.stream()
        .flatMap(each -> each.of(drafts).keySet().stream())
        .findFirst()
        .ifPresent(
            draft -> {
              throw new NotPossible("calendar.refused.joined", draft);
            });
  }

  /** The page that tells of what a draft of one's own centre became part, if it did. */
  @Transactional
  public Optional<String> joined(long id) {
    Session session = sessions.find(id).orElseThrow(() -> new NotFound("session " + id));
    requireOwn(session);
    return session.state() == SessionState.DRAFT
        ? joined.stream().flatMap(each -> each.of(List.of(id)).values().stream()).findFirst()
        : Optional.empty();
  }

  private void requireChecked(List<Session> found) {
    List<Session> unchecked =
        found.stream()
            .filter(session -> session.state() == SessionState.DRAFT)
            .filter(session -> session.progress().checkedAt() == null)
            .toList();
    Set<String> strict =
        unchecked.stream()
            .map(session -> session.facts().regionCode())
            .distinct()
            .filter(rules::required)
            .collect(Collectors.toSet());
    for (Session session : unchecked) {
      if (strict.contains(session.facts().regionCode())) {
        throw new NotPossible("calendar.refused.unchecked", session.id());
      }
    }
  }

  /**
   * Lets a cancelled session take place after all, as it was: with the seats, the waiting list and
   * the days that it had.
   */
  @Transactional
  public void restore(long id, int version) {
    Instant now = clock.instant();
    List<Session> found = held(Map.of(id, version));
    found.forEach(this::requireOwn);
    courses(found);
    Instant cancelledAt = found.get(0).facts().updatedAt();
    deed("session.restored", found, session -> session.restore(now));
    restored.fire(new SessionRestored(found.get(0).facts(), cancelledAt));
    changes.record(KIND, id);
  }

  /** Says what came of a session of one's own centre that is over. */
  @Transactional
  public void report(long id, int version, SessionReport report) {
    Map<String, String> problems = report.problems();
    if (!problems.isEmpty()) {
      throw new InvalidPlan(problems);
    }
    Instant now = clock.instant();
    List<Session> found = held(Map.of(id, version));
    found.forEach(this::requireOwn);
    deed("session.reported", found, session -> session.report(report, now));
  }

  /**
   * Always in the order of their numbers, so that two who hold some of the same do not wait for
   * each other.
   */
  private List<Session> held(Map<Long, Integer> versions) {
    if (versions.isEmpty()) {
      throw new InvalidPlan(Map.of("sessions", "calendar.problem.none-chosen"));
    }
    if (versions.size() > MOST) {
      throw new InvalidPlan(Map.of("sessions", "calendar.problem.too-many"));
    }
    Map<Long, Session> found = new TreeMap<>();
    sessions.lockAll(versions.keySet()).forEach(session -> found.put(session.id(), session));
    for (Map.Entry<Long, Integer> each : versions.entrySet()) {
      Session session = found.get(each.getKey());
      if (session == null) {
        throw new NotFound("session " + each.getKey());
      }
      if (session.version() != each.getValue()) {
        // whose session it is comes before what became of it
        requireEither(session);
        throw new ChangedMeanwhile();
      }
    }
    return List.copyOf(found.values());
  }

  private void requireEither(Session session) {
    if (!person.holds(Role.ROCB, Scope.region(session.facts().regionCode()))) {
      requireOwn(session);
    }
  }

  private void requireOwn(Session session) {
    person.requireRole(Role.CENTRE, Scope.centre(session.centreCode()));
  }

  /** What was never handed in is nobody's but its centre's. */
  private void requireOffice(Session session) {
    person.requireRole(Role.ROCB, Scope.region(session.facts().regionCode()));
    if (session.facts().stageAt(clock.instant()) == Stage.DRAFT) {
      throw new NotFound("session " + session.id());
    }
  }

  private Map<Long, CourseFacts> courses(List<Session> found) {
    List<Long> ids = found.stream().map(Session::courseId).distinct().toList();
    Set<Long> published = catalog.publishedOf(ids);
    for (Session session : found) {
      if (!published.contains(session.courseId())) {
        throw new NotPossible("calendar.refused.retired", session.id());
      }
    }
    return catalog.facts(ids);
  }

  private void deed(String action, List<Session> found, Consumer<Session> step) {
    Map<Long, SessionFacts> before = new LinkedHashMap<>();
    for (Session session : found) {
      before.put(session.id(), session.facts());
      try {
        step.accept(session);
      } catch (NotPossible e) {
        throw new NotPossible(e.key(), session.id());
      }
    }
    sessions.flush();
    List<Deed> deeds = new ArrayList<>();
    for (Session session : found) {
      deeds.add(
          SessionDeed.describe(
              audit.entry(action, KIND, session.id()).scope(Scope.centre(session.centreCode())),
              Optional.of(before.get(session.id())),
              session.facts(),
              String::valueOf));
    }
    audit.writeAll(deeds);
  }

  private void tell(List<Session> found, Stage to, String note) {
    BiConsumer<String, List<Long>> fire =
        (centre, ids) -> moved.fire(new SessionsMoved(centre, ids, to, note));
    found.stream()
        .collect(
            Collectors.groupingBy(
                Session::centreCode,
                TreeMap::new,
                Collectors.mapping(Session::id, Collectors.toList())))
        .forEach(fire);
  }

  private static String words(String note) {
    String words = note == null ? "" : note.strip();
    if (words.length() > LONGEST_NOTE) {
      throw new InvalidPlan(Map.of("note", "calendar.problem.long"));
    }
    return words;
  }
}
