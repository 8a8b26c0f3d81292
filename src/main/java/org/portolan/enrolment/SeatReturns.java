package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.portolan.enrolment.Enrolments.Open;
import org.portolan.seat.ApplicationState;

/**
 * Gives a seat back in the name of who has it, who said so in another way than at a browser. Asks
 * nobody for permission: who calls it has seen a secret that only they were sent.
 */
@ApplicationScoped
public class SeatReturns {
  @Inject private Enrolments enrolments;
  @Inject private ApplicationRepository applications;
  @Inject private Clock clock;

  /**
   * @param way how they said so, as a word of the audit trail
   * @return false where it has no seat to give back any more, or something came of it already
   */
  @Transactional
  public boolean giveBack(long applicationId, String way) {
    Instant now = clock.instant();
    Open open = enrolments.open(applications.sessionOf(applicationId), now);
    Application application = applications.get(applicationId);
    ApplicationState before = application.state();
    if (before != ApplicationState.APPROVED
        || applications.used(applicationId)
        || !open.held().terms().orElseThrow().open(now)) {
      enrolments.keep(open.held(), now);
      return false;
    }
    open.enrolment().withdraw(application, now);
    // the applicant is told: the letter may be in other hands
    enrolments.keep(open, application, now);
    enrolments.deed("application.withdrawn", application, before).change("way", null, way).write();
    return true;
  }
}
