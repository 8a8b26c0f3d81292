package org.portolan.enrolment;

import java.time.Instant;
import org.portolan.approval.Approver;
import org.portolan.approval.Step;
import org.portolan.enrolment.AnswerTokens.Link;

/** An application while the supervisor of its officer is asked, or no longer. */
record SupervisorStep(Application application) {
  /** Whether it stands with them. */
  boolean asked() {
    return application.asked().filter(ask -> ask.approver() == Approver.SUPERVISOR).isPresent();
  }

  /** Whether what a link asks can still be answered by it. */
  boolean answerable(Link link, SessionTerms terms, Instant now) {
    return asked() && terms.open(now) && link.good(application.supervisorLink(), now);
  }

  /**
   * Another supervisor is asked, or the same again: the time of the step begins anew.
   *
   * @throws EnrolmentRefused when it is no longer for them to answer, or for anybody
   */
  void again(SessionTerms terms, Instant now) {
    Step step = application.chain().step(Approver.SUPERVISOR).orElse(null);
    if (step == null || !asked()) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.ALREADY_DECIDED);
    }
    terms.requireOpen(now);
    application.asks(terms.ask(step, now));
  }
}
