package org.portolan.enrolment;

import java.time.Instant;
import org.portolan.approval.Ask;

/**
 * What becomes of open questions where a session begins at another moment than when they were put.
 *
 * @param now when that is seen
 */
record QuestionsInTime(SessionTerms terms, Instant now) {

  /** No answer is expected after the start. */
  void dueInTime(Application application) {
    application
        .asked()
        .filter(ask -> ask.due() != null && ask.due().isAfter(terms.startsAt()))
        .ifPresent(
            ask -> {
              Ask anew = terms.asking(application.chain(), now).apply(ask.approver());
              // of those who are asked again it is looked at anew who is there
              application.asks(application.askedAgain() ? anew : anew.as(ask.urgency()));
            });
  }

  /** A question that is over once the session begins follows its start. */
  void overInTime(Application application) {
    application
        .asked()
        .filter(ask -> application.askedAgain() && ask.urgency() == Ask.Urgency.ESCALATED)
        .ifPresent(ask -> application.asks(ask.escalated(terms.startsAt())));
  }
}
