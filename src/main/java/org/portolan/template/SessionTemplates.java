package org.portolan.template;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.portolan.calendar.InvalidPlan;
import org.portolan.calendar.SessionDefaults;
import org.portolan.calendar.Timing;
import org.portolan.catalog.Catalog;
import org.portolan.catalog.CourseDesk;
import org.portolan.catalog.CourseFacts;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;
import org.portolan.region.BodyKind;
import org.portolan.region.Directory;
import org.portolan.seat.SeatRules;

/** The centre of a course says what the sessions of it usually are. */
@ApplicationScoped
public class SessionTemplates {
  @Inject private TemplateRepository templates;
  @Inject private Catalog catalog;
  @Inject private Directory directory;
  @Inject private CurrentPerson me;
  @Inject private AuditTrail audit;

  /** The template of a course of one's own centre; that of the house where there is none. */
  @Transactional
  public CourseTemplate open(long courseId, Language reader) {
    own(courseId);
    Optional<SessionTemplate> kept = templates.of(courseId);
    SessionDefaults sessions = kept.map(SessionTemplate::sessions).orElse(SessionDefaults.HOUSE);
    return new CourseTemplate(
        catalog.titles(List.of(courseId), reader).get(courseId),
        version(kept),
        sessions,
        kept.map(SessionTemplate::rules).orElse(SeatRules.plain(sessions.seats(), Timing.NEVER)),
        catalog.published(courseId));
  }

  /**
   * What is wrong with it, by field: the key of a text each.
   *
   * @param rules null where they could not be read
   */
  @Transactional
  public Map<String, String> problems(long courseId, SessionDefaults sessions, SeatRules rules) {
    return problems(own(courseId), sessions, rules);
  }

  private Map<String, String> problems(
      CourseFacts course, SessionDefaults sessions, SeatRules rules) {
    Map<String, String> problems = sessions.problems(course);
    if (sessions.donor() != null
        && directory
            .findBody(sessions.donor())
            .filter(body -> body.kind() == BodyKind.DONOR)
            .isEmpty()) {
      problems.put("donor", "calendar.problem.donor");
    }
    if (rules != null) {
      rules
          .problems()
          .forEach((part, kind) -> problems.put(part, "enrolment.rules.problem." + kind));
    }
    return problems;
  }

  /**
   * Keeps what the sessions of a course usually are; those that are there stay as they are.
   *
   * @param version of what was opened
   * @throws ChangedMeanwhile when it is no longer that
   * @throws InvalidPlan when no session could be so
   */
  @Transactional
  public void keep(long courseId, String version, SessionDefaults sessions, SeatRules rules) {
    CourseFacts course = own(courseId);
    Optional<SessionTemplate> kept = locked(courseId, version);
    Map<String, String> problems = problems(course, sessions, rules);
    if (!problems.isEmpty()) {
      throw new InvalidPlan(problems);
    }
    Optional<SessionDefaults> sessionsBefore = kept.map(SessionTemplate::sessions);
    Optional<SeatRules> rulesBefore = kept.map(SessionTemplate::rules);
    SessionTemplate template = kept.orElseGet(() -> new SessionTemplate(courseId));
    template.take(sessions, rules);
    if (kept.isEmpty()) {
      templates.add(template);
    }
    templates.flush();
    Deed deed =
        new Comparison(deed("template.kept", course), sessionsBefore, template.sessions())
            .all()
            .change(
                "rules", rulesBefore.map(SeatRules::text).orElse(null), template.rules().text());
    if (deed.changesAnything()) {
      deed.write();
    }
  }

  /** From now on new sessions of the course begin as the house has it. */
  @Transactional
  public void remove(long courseId, String version) {
    CourseFacts course = own(courseId);
    templates.remove(locked(courseId, version).orElseThrow(ChangedMeanwhile::new));
    deed("template.removed", course).write();
  }

  private Deed deed(String action, CourseFacts course) {
    return audit
        .entry(action, CourseDesk.KIND, course.id())
        .scope(Scope.centre(course.centreCode()));
  }

  private Optional<SessionTemplate> locked(long courseId, String version) {
    templates.lock(courseId);
    Optional<SessionTemplate> kept = templates.of(courseId);
    if (!version(kept).equals(version)) {
      throw new ChangedMeanwhile();
    }
    return kept;
  }

  private static String version(Optional<SessionTemplate> kept) {
    return kept.map(SessionTemplate::version).orElse(CourseTemplate.NONE);
  }

  private CourseFacts own(long courseId) {
    CourseFacts course = catalog.facts(List.of(courseId)).get(courseId);
    if (course == null) {
      throw new NotFound("course " + courseId);
    }
    me.requireRole(Role.CENTRE, Scope.centre(course.centreCode()));
    return course;
  }

  private record Comparison(Deed deed, Optional<SessionDefaults> before, SessionDefaults after) {
    Deed all() {
      return field("timing", said -> said.timing().code())
          .field("days", SessionDefaults::days)
          .field(
              "slots", sessions -> sessions.slots().everyDay() ? null : sessions.slots().numbered())
          .field("start", SessionDefaults::start)
          .field("end", SessionDefaults::end)
          .field("venue", SessionDefaults::venue)
          .field("room", SessionDefaults::room)
          .field("online", SessionDefaults::online)
          .field("seats", said -> said.timing() == Timing.STANDING ? null : said.seats())
          .field("languages", said -> String.join(" ", said.languages()))
          .field("approval", said -> said.approval().text())
          .field("donor", SessionDefaults::donor)
          .deed();
    }

    private Comparison field(String name, Function<SessionDefaults, Object> value) {
      deed.change(name, before.map(value).orElse(null), value.apply(after));
      return this;
    }
  }
}
