package org.portolan.condition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionState;
import org.portolan.catalog.Catalog;
import org.portolan.eligibility.Eligibility;
import org.portolan.eligibility.Flaw;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;

/** Centres say who may apply for their sessions. Applications that stand are not judged again. */
@ApplicationScoped
public class ConditionsDesk {
  @Inject private SessionConditions conditions;
  @Inject private KnownWords words;
  @Inject private CalendarService calendar;
  @Inject private Catalog catalog;
  @Inject private AuditTrail audit;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;

  /** The conditions of a session of one's own centre. */
  @Transactional
  public ConditionsOfSession find(long session, Language reader) {
    SessionFacts facts = own(session);
    int version = conditions.version(session);
    return new ConditionsOfSession(
        calendar.getOwn(session, reader).summary(),
        conditions.of(session),
        version > 0,
        open(facts),
        version);
  }

  /**
   * Gives a session other conditions.
   *
   * @param version of those that were shown
   * @throws ChangedMeanwhile when they are no longer that, or the session has begun
   * @throws FlawedConditions when nobody can be judged by them
   */
  @Transactional(rollbackOn = FlawedConditions.class)
  public void save(long session, int version, Eligibility wanted) throws FlawedConditions {
    SessionFacts facts = own(session);
    conditions.lock(session);
    if (conditions.version(session) != version || !open(facts)) {
      throw new ChangedMeanwhile();
    }
    String course = catalog.facts(Set.of(facts.courseId())).get(facts.courseId()).code();
    List<Flaw> flaws = wanted.problems(course, words.now());
    if (!flaws.isEmpty()) {
      throw new FlawedConditions(flaws);
    }
    Eligibility before = conditions.of(session);
    conditions.keep(session, wanted, clock.instant());
    audit
        .entry("conditions.changed", "session", session)
        .scope(Scope.centre(facts.centreCode()))
        .change("conditions", before.text(), wanted.text())
        .write();
  }

  private boolean open(SessionFacts session) {
    return session.state() != SessionState.CANCELLED && !session.begunAt(clock.instant());
  }

  private SessionFacts own(long session) {
    SessionFacts facts = calendar.facts(List.of(session)).get(session);
    if (facts == null) {
      throw new NotFound("session " + session);
    }
    me.requireRole(Role.CENTRE, Scope.centre(facts.centreCode()));
    return facts;
  }
}
