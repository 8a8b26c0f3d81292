package org.portolan.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portolan.catalog.Catalog;
import org.portolan.catalog.CourseFacts;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;

/** Many sessions with days at a time, for those who plan them in a spreadsheet. */
@ApplicationScoped
public class SessionDrafts {
  @Inject private SessionRepository sessions;
  @Inject private Catalog catalog;
  @Inject private Directory directory;
  @Inject private CurrentPerson person;
  @Inject private Event<SessionDrafted> drafted;
  @Inject private Event<SessionMoved> moved;
  @Inject private Event<SessionsDiscarded> discarded;
  @Inject private Clock clock;

  /**
   * A session that is to be drafted.
   *
   * @param code by which it will be known
   */
  public record NewDraft(String code, String centreCode, SessionPlan plan) {}

  /** A code that no session has. */
  public String newCode(String centreCode) {
    return CalendarService.newCode(centreCode);
  }

  /** Sessions with days by their codes. */
  @Transactional
  public Map<String, SessionFacts> byCodes(Collection<String> codes, boolean locked) {
    return sessions.byCodes(codes, locked).stream()
        .map(Session::facts)
        .filter(SessionFacts::dated)
        .collect(Collectors.toMap(SessionFacts::code, Function.identity()));
  }

  /** What begins at these centres between two days and is not cancelled. */
  @Transactional
  public List<SessionFacts> between(Collection<String> centres, LocalDate from, LocalDate to) {
    return sessions.planned(centres, from, to, Integer.MAX_VALUE).stream()
        .map(Session::facts)
        .filter(facts -> facts.state() != SessionState.CANCELLED)
        .toList();
  }

  /**
   * What is wrong with a plan for a centre, by field: the key of a text each.
   *
   * @param applyBy the last day for applications until now, which stays though it is over, or null
   */
  public Map<String, String> problems(
      SessionPlan plan, CourseFacts course, CentreSummary centre, LocalDate applyBy) {
    Map<String, String> problems = new LinkedHashMap<>(plan.problems());
    if (course == null) {
      problems.put("course", "calendar.problem.course");
    } else {
      if (!plan.timing().suits(course)) {
        problems.put("course", "calendar.problem.timing.standing");
      }
      new CourseDays(course.validity())
          .problems(plan.firstDay(), plan.lastDay())
          .forEach(problems::putIfAbsent);
    }
    if (plan.applyBy() != null
        && !plan.applyBy().equals(applyBy)
        && ClosingDay.of(plan.applyBy(), centre.zone()).overAt(clock.instant())) {
      problems.putIfAbsent("applyBy", "calendar.problem.applyBy.past");
    }
    return problems;
  }

  /** Keeps plans in which nothing is wrong. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void add(List<NewDraft> drafts) {
    Map<Long, CourseFacts> courses =
        catalog.facts(drafts.stream().map(each -> each.plan().courseId()).distinct().toList());
    for (NewDraft each : drafts) {
      requireOwn(each.centreCode());
      CentreSummary centre = directory.findCentre(each.centreCode()).orElseThrow();
      Session session =
          Session.draft(
              each.code(),
              centre,
              courses.get(each.plan().courseId()),
              each.plan(),
              clock.instant());
      sessions.add(session);
      drafted.fire(new SessionDrafted(session.id(), session.courseId()));
    }
  }

  /** Carries new plans for drafts over, by their numbers. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void change(Map<Long, SessionPlan> plans) {
    Map<Long, CourseFacts> courses =
        catalog.facts(plans.values().stream().map(SessionPlan::courseId).distinct().toList());
    List<Long> elsewhen = new ArrayList<>();
    for (Session session : sessions.lockAll(plans.keySet())) {
      requireOwn(session.centreCode());
      requireDraft(session);
      SessionPlan plan = plans.get(session.id());
      List<HeldDay> before = session.facts().days();
      session.change(courses.get(plan.courseId()), plan, clock.instant());
      if (!session.facts().days().equals(before)) {
        elsewhen.add(session.id());
      }
    }
    sessions.flush();
    elsewhen.forEach(id -> moved.fire(new SessionMoved(id)));
  }

  /** Says that drafts are about to be taken away. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void discard(List<Long> ids) {
    for (Session session : sessions.lockAll(ids)) {
      requireOwn(session.centreCode());
      requireDraft(session);
    }
    sessions.forget();
    discarded.fire(new SessionsDiscarded(ids));
  }

  private static void requireDraft(Session session) {
    if (session.state() != SessionState.DRAFT) {
      throw new NotPossible("calendar.refused." + session.state().code(), session.id());
    }
  }

  private void requireOwn(String centre) {
    person.requireRole(Role.CENTRE, Scope.centre(centre));
  }
}
