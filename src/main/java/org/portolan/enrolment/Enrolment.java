package org.portolan.enrolment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of one session while its seats are locked: seats, applications and ledger move together
 * or not at all. Knows no database.
 */
class Enrolment {
  private final SessionTerms terms;
  private final SeatCount seats;
  private final List<SeatEntry> written = new ArrayList<>();

  Enrolment(SessionTerms terms, SeatCount seats) {
    this.terms = terms;
    this.seats = seats;
  }

  /**
   * Applies for a person.
   *
   * @param earlier their application for this session, or null
   * @return the earlier one where it still stands: a second click is not a second wish
   */
  Application apply(
      Application earlier, long personId, String memberCode, Statement motivation, Instant now) {
    if (earlier != null && earlier.state().alive()) {
      return earlier;
    }
    terms.requireOpen(now);
    if (terms.needsApproval() && memberCode == null) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.NOT_ELIGIBLE);
    }
    Application application =
        earlier == null ? new Application(terms.sessionId(), personId) : earlier;
    if (seats.full() && application.state() != ApplicationState.REFUSED) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.SESSION_FULL);
    }
    application.submit(memberCode, motivation, terms.needsApproval() ? terms.due(now) : null, now);
    if (!terms.needsApproval()) {
      seat(application, null, Statement.remark(null), now);
    }
    return application;
  }

  void approve(Application application, long actor, Statement remark, Instant now) {
    if (application.state() == ApplicationState.WAITING) {
      terms.requireOpen(now);
    }
    seat(application, actor, remark, now);
  }

  /** Allowed after the start too, so that nobody waits for ever. */
  void refuse(Application application, long actor, Statement why, Instant now) {
    application.refuse(actor, why, now);
  }

  void withdraw(Application application, Instant now) {
    if (!now.isBefore(terms.startsAt())) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.CLOSED);
    }
    boolean held = application.holdsSeat();
    application.withdraw(now);
    if (held) {
      seats.release();
      written.add(new SeatEntry(application, SeatChange.RELEASED, now));
    }
  }

  private void seat(Application application, Long actor, Statement remark, Instant now) {
    if (application.state() != ApplicationState.WAITING) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.ALREADY_DECIDED);
    }
    seats.take();
    application.approve(actor, remark, now);
    written.add(new SeatEntry(application, SeatChange.TAKEN, now));
  }

  /** What is to be added to the ledger. */
  List<SeatEntry> written() {
    return List.copyOf(written);
  }
}
