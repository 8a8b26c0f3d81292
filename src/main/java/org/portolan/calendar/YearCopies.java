package org.portolan.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.portolan.catalog.Catalog;
import org.portolan.catalog.CourseFacts;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;

/**
 * The sessions of one year of a centre as drafts of the next, with all that the centre has said of
 * them and nothing of who applied. A copy that is there already is not made again.
 */
@ApplicationScoped
public class YearCopies {
  private static final String KIND = "session";

  @Inject private SessionRepository sessions;
  @Inject private Catalog catalog;
  @Inject private Directory directory;
  @Inject private CurrentPerson person;
  @Inject private Event<SessionCopied> copied;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** What would come of everything that begins between two days, cancelled sessions left out. */
  @Transactional
  public List<PlannedCopy> plans(String centreCode, LocalDate from, LocalDate to, CopyBy by) {
    CentreSummary centre = own(centreCode);
    return plans(
        centre,
        sessions.planned(List.of(centreCode), from, to, SessionWorkflow.MOST).stream()
            .map(Session::facts)
            .filter(facts -> facts.state() != SessionState.CANCELLED)
            .toList(),
        by);
  }

  /**
   * Makes the copies of these.
   *
   * @return the numbers of the copies
   * @throws NotPossible where one of them cannot be made; then none is
   */
  @Transactional
  public List<Long> copy(String centreCode, Collection<Long> ids, CopyBy by) {
    CentreSummary centre = own(centreCode);
    if (ids.isEmpty()) {
      throw new InvalidPlan(Map.of("sessions", "calendar.problem.none-chosen"));
    }
    if (ids.size() > SessionWorkflow.MOST) {
      throw new InvalidPlan(Map.of("sessions", "calendar.problem.too-many"));
    }
    List<SessionFacts> chosen =
        sessions.lockAll(new TreeSet<>(ids)).stream().map(Session::facts).toList();
    if (chosen.size() < new TreeSet<>(ids).size()
        || !chosen.stream()
            .allMatch(each -> each.centreCode().equals(centreCode) && each.dated())) {
      throw new NotFound("session");
    }
    List<PlannedCopy> plans = plans(centre, chosen, by);
    for (PlannedCopy each : plans) {
      if (!each.possible()) {
        throw new NotPossible(each.problem(), each.of().id());
      }
    }
    Map<Long, CourseFacts> courses =
        catalog.facts(plans.stream().map(PlannedCopy::courseId).distinct().toList());
    List<Long> made = new ArrayList<>();
    List<Deed> deeds = new ArrayList<>();
    for (PlannedCopy each : plans) {
      Shift shift = new Shift(each.of(), by.days(each.of().firstDay()));
      Session copy =
          Session.draft(
              CalendarService.newCode(centreCode),
              centre,
              courses.get(each.courseId()),
              shift.plan(today(centre)).of(each.courseId()),
              clock.instant());
      sessions.add(copy);
      made.add(copy.id());
      deeds.add(
          SessionDeed.describe(
                  audit.entry("session.copied", KIND, copy.id()).scope(Scope.centre(centreCode)),
                  Optional.empty(),
                  copy.facts(),
                  course -> courses.get(course).code())
              .change("copyOf", null, each.of().code()));
      copied.fire(
          new SessionCopied(each.of().id(), copy.id(), shift.days(), ZoneId.of(each.of().zone())));
    }
    audit.writeAll(deeds);
    return made;
  }

  private List<PlannedCopy> plans(CentreSummary centre, List<SessionFacts> of, CopyBy by) {
    Set<Long> ids = of.stream().map(SessionFacts::courseId).collect(Collectors.toSet());
    Set<Long> published = catalog.publishedOf(ids);
    Map<Long, Long> successors =
        catalog.successors(ids.stream().filter(id -> !published.contains(id)).toList());
    Set<Long> all = new TreeSet<>(ids);
    all.addAll(successors.values());
    Map<Long, CourseFacts> courses = catalog.facts(all);
    Set<String> there = there(centre, of, by);
    LocalDate today = today(centre);
    return of.stream()
        .map(
            each -> {
              long days = by.days(each.firstDay());
              long course = successors.getOrDefault(each.courseId(), each.courseId());
              LocalDate first = each.firstDay().plusDays(days);
              String problem =
                  published.contains(course) || successors.containsValue(course)
                      ? problem(new Shift(each, days), courses.get(course), today)
                      : "calendar.refused.retired";
              if (problem == null && there.contains(course + " " + first)) {
                problem = "calendar.problem.copy.there";
              }
              return new PlannedCopy(
                  each,
                  first,
                  each.lastDay().plusDays(days),
                  course,
                  by.leaps(each.firstDay()),
                  problem);
            })
        .toList();
  }

  /** What the centre has on the days of the copies already. */
  private Set<String> there(CentreSummary centre, List<SessionFacts> of, CopyBy by) {
    List<LocalDate> days =
        of.stream()
            .map(each -> each.firstDay().plusDays(by.days(each.firstDay())))
            .sorted()
            .toList();
    return days.isEmpty()
        ? Set.of()
        : sessions
            .planned(
                List.of(centre.code()), days.get(0), days.get(days.size() - 1), Integer.MAX_VALUE)
            .stream()
            .map(Session::facts)
            .filter(facts -> facts.state() != SessionState.CANCELLED)
            .map(facts -> facts.courseId() + " " + facts.firstDay())
            .collect(Collectors.toSet());
  }

  private static String problem(Shift shift, CourseFacts course, LocalDate today) {
    Map<String, String> problems = shift.problems(today);
    if (!problems.isEmpty()) {
      return problems.values().iterator().next();
    }
    SessionPlan plan = shift.plan(today);
    return new CourseDays(course.validity()).problems(plan.firstDay(), plan.lastDay()).isEmpty()
        ? null
        : "calendar.problem.copy.validity";
  }

  private LocalDate today(CentreSummary centre) {
    return LocalDate.ofInstant(clock.instant(), ZoneId.of(centre.zone()));
  }

  private CentreSummary own(String centreCode) {
    person.requireRole(Role.CENTRE, Scope.centre(centreCode));
    return directory.findCentre(centreCode).orElseThrow(() -> new NotFound("centre " + centreCode));
  }
}
