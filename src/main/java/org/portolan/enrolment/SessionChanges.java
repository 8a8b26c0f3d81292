package org.portolan.enrolment;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.portolan.approval.Difference;
import org.portolan.calendar.SessionCancelled;
import org.portolan.calendar.SessionChanged;
import org.portolan.calendar.SessionFacts;
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

  /** Nobody has to agree any more to what does not take place. */
  @Transactional(Transactional.TxType.MANDATORY)
  void cancelled(
      @Observes @Priority(Interceptor.Priority.APPLICATION + 600) SessionCancelled event) {
    applications.listAskedAgain(event.sessionId()).forEach(Application::leftAlone);
  }
}
