package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.portolan.approval.Approver;
import org.portolan.enrolment.Enrolments.Open;
import org.portolan.seat.ApplicationState;

/** What follows when one who was asked again has answered. */
@ApplicationScoped
class AnsweredAgain {
  @Inject private Reconsideration reconsideration;
  @Inject private ChangeLetters letters;

  /**
   * The next who is asked again is told, or the applicant that they lost what they had; one who had
   * nothing yet is told as usual. The application is kept afterwards.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void again(Open open, Application application, Approver by) {
    if (application.state() == ApplicationState.REFUSED) {
      if (application.movedFrom() != ApplicationState.WAITING) {
        letters.lost(application, by);
      }
    } else {
      letters.ask(
          application.sessionId(),
          reconsideration.next(Reconsideration.Place.of(open.session()), application));
    }
  }
}
