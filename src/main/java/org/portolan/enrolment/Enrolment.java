package org.portolan.enrolment;

import java.time.Instant;
import org.portolan.seat.ApplicationState;
import org.portolan.seat.Groups;
import org.portolan.seat.SeatBook;

/**
 * The rules of one session while its book is held: what people say and how seats are given move
 * together or not at all. Knows no database.
 */
class Enrolment {
  private final SessionTerms terms;
  private final SeatBook book;

  Enrolment(SessionTerms terms, SeatBook book) {
    this.terms = terms;
    this.book = book;
  }

  /**
   * Applies for a person.
   *
   * @param earlier their application for this session, or null
   * @param groups to which they belong now
   * @return the earlier one where it still stands: a second click is not a second wish
   */
  Application apply(
      Application earlier,
      long personId,
      String memberCode,
      Groups groups,
      Statement motivation,
      Instant now) {
    if (earlier != null && earlier.state().alive()) {
      return earlier;
    }
    terms.requireOpen(now);
    if (terms.needsApproval() && memberCode == null) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.NOT_ELIGIBLE);
    }
    Application application =
        earlier == null ? new Application(terms.sessionId(), personId) : earlier;
    book.apply(application, groups, now);
    application.submitted(
        memberCode, motivation, terms.needsApproval() ? terms.due(now) : null, now);
    if (!terms.needsApproval()) {
      book.admit(application, now);
      application.decided(null, Statement.remark(null), now);
    }
    return application;
  }

  void approve(Application application, long actor, Statement remark, Instant now) {
    if (application.state() == ApplicationState.WAITING) {
      terms.requireOpen(now);
    }
    book.admit(application, now);
    application.decided(actor, remark, now);
  }

  /** Gives the seat or the place of one to another, which is a decision on both. */
  void replace(
      Application leaving, Application successor, long actor, Statement remark, Instant now) {
    terms.requireOpen(now);
    book.replace(leaving, successor, now);
    leaving.decided(actor, remark, now);
    successor.decided(actor, remark, now);
  }

  /** Allowed after the start too, so that nobody waits for ever. */
  void refuse(Application application, long actor, Statement why, Instant now) {
    book.refuse(application, now);
    application.decided(actor, why, now);
  }

  void withdraw(Application application, Instant now) {
    if (!now.isBefore(terms.startsAt())) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.CLOSED);
    }
    book.withdraw(application, now);
    application.leftToApplicant();
  }

  /** Takes the seat that is offered. */
  void accept(Application application, Instant now) {
    terms.requireOpen(now);
    book.accept(application, now);
    application.leftToApplicant();
  }

  /** Leaves the seat that is offered to others. */
  void decline(Application application, Instant now) {
    book.decline(application, now);
    application.leftToApplicant();
  }
}
