package org.portolan.enrolment;

import java.time.Instant;

/** What an applicant says to a seat that is offered to them. */
public enum OfferAnswer {
  /** They take it. */
  ACCEPT("application.accepted") {
    @Override
    void give(Enrolment enrolment, Application application, Instant now) {
      enrolment.accept(application, now);
    }
  },
  /** They leave it to others. */
  DECLINE("application.declined") {
    @Override
    void give(Enrolment enrolment, Application application, Instant now) {
      enrolment.decline(application, now);
    }
  };

  private final String action;

  OfferAnswer(String action) {
    this.action = action;
  }

  /**
   * @throws org.portolan.seat.SeatRefused where no seat is offered any more
   */
  abstract void give(Enrolment enrolment, Application application, Instant now);

  /** What the audit trail calls it. */
  String action() {
    return action;
  }
}
