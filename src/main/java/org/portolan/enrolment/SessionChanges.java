package org.portolan.enrolment;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.portolan.approval.Change;
import org.portolan.approval.Difference;
import org.portolan.calendar.SessionCancelled;
import org.portolan.calendar.SessionChanged;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionRestored;
import org.portolan.calendar.SessionState;
import org.portolan.enrolment.Reconsideration.Question;

/**
 * What follows for its applications where a centre changes a session: those who agreed to what is
 * no longer so are asked again, and the applicants are told. In the transaction of the centre,
 * which holds the session; after the book of seats has followed.
 */
@ApplicationScoped
class SessionChanges {
  @Inject private ApplicationRepository applications;
  @Inject private ChangeLog log;
  @Inject private Reconsideration reconsideration;
  @Inject private ChangeLetters letters;
  @Inject private Enrolments enrolments;
  @Inject private Clock clock;

  @Transactional(Transactional.TxType.MANDATORY)
  void changed(@Observes @Priority(Interceptor.Priority.APPLICATION + 600) SessionChanged event) {
    SessionFacts session = event.after();
    List<Difference> changes = SessionDifferences.of(event.before(), session);
    Instant now = clock.instant();
    SessionTerms terms =
        new SessionTerms(
            session.id(),
            session.state() == SessionState.PUBLISHED,
            session.approval(),
            session.beginsAt());
    if (changes.isEmpty() || !terms.open(now)) {
      return;
    }
    List<Application> standing = applications.listStanding(session.id());
    if (standing.isEmpty()) {
      // whoever applies later agrees to what it is then
      return;
    }
    log.add(session.id(), null, changes, now);
    List<Question> questions =
        reconsideration.changed(
            new Reconsideration.Place(terms, session.donor()),
            standing,
            changes.stream().map(Difference::what).toList(),
            now);
    enrolments.keep(standing, now);
    letters.sessionChanged(session.id(), standing, changes, questions);
  }

  /** Nobody has to agree any more to what does not take place, and all who applied are told. */
  @Transactional(Transactional.TxType.MANDATORY)
  void cancelled(
      @Observes @Priority(Interceptor.Priority.APPLICATION + 600) SessionCancelled event) {
    applications.listAskedAgain(event.sessionId()).forEach(Application::leftAlone);
    letters.sessionCancelled(event.sessionId(), applications.listStanding(event.sessionId()));
  }

  /**
   * All have what they had: the ledger was not touched meanwhile. Those who are asked have their
   * time anew, and whoever was asked again and left alone is asked again.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void restored(@Observes @Priority(Interceptor.Priority.APPLICATION + 600) SessionRestored event) {
    SessionFacts session = event.session();
    Instant now = clock.instant();
    SessionTerms terms =
        new SessionTerms(session.id(), true, session.approval(), session.beginsAt());
    List<Application> standing = applications.listStanding(session.id());
    for (Application each : standing) {
      each.askedAnew(approver -> terms.asking(each.chain(), now).apply(approver));
    }
    List<Question> questions =
        standing.isEmpty()
            ? List.of()
            : reconsideration.changed(
                new Reconsideration.Place(terms, session.donor()),
                standing,
                EnumSet.allOf(Change.class),
                now);
    enrolments.keep(standing, now);
    letters.sessionRestored(
        session.id(),
        standing,
        applications.listLapsed(session.id(), event.cancelledAt()),
        questions);
  }
}
