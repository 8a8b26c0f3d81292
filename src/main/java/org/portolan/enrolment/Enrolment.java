package org.portolan.enrolment;

import java.time.Instant;
import java.util.Optional;
import org.portolan.approval.Approver;
import org.portolan.approval.Ask;
import org.portolan.approval.Step;
import org.portolan.seat.Groups;
import org.portolan.seat.SeatBook;
import org.portolan.seat.SeatRefused;

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
    if (memberCode == null && terms.chain().asksAtHome()) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.NOT_ELIGIBLE);
    }
    Application application =
        earlier == null ? new Application(terms.sessionId(), personId) : earlier;
    book.apply(application, groups, now);
    application.submitted(memberCode, motivation, terms.chain(), now);
    Optional<Step> first = terms.chain().first();
    if (first.isPresent()) {
      application.asks(terms.ask(first.get(), now));
    } else {
      book.admit(application, now);
      application.decided(null, Statement.remark(null), now);
    }
    return application;
  }

  /**
   * The approver who is asked agrees: the next one is asked, and after the last one it gets a seat
   * or a place on the waiting list.
   *
   * @param actor null where silence agrees, or one who has no account
   */
  void approve(Application application, Long actor, Statement remark, Instant now) {
    Optional<Ask> asked = application.asked();
    if (asked.isPresent()) {
      terms.requireOpen(now);
    }
    Optional<Step> next = asked.flatMap(ask -> application.chain().after(ask.approver()));
    if (next.isPresent()) {
      application.agreed(actor, remark, terms.ask(next.get(), now));
    } else {
      book.admit(application, now);
      application.decided(actor, remark, now);
    }
  }

  /**
   * Does what time brings where nobody answers: a reminder, then others are asked too; the silence
   * of a donor agrees on its day.
   */
  void nudge(Application application, Instant now) {
    Ask ask = application.asked().filter(each -> each.ripe(now)).orElse(null);
    if (ask == null || !terms.open(now)) {
      return;
    }
    if (!ask.agreed(now)) {
      application.urged(ask.over(now) ? ask.escalated() : ask.reminded());
      return;
    }
    try {
      approve(application, null, Statement.remark(null), now);
    } catch (SeatRefused full) {
      // there is no seat to agree to: somebody has to say so
      application.urged(ask.escalated());
    }
  }

  /** Others are asked at once where this approver is: nobody is there who could answer. */
  void escalateFrom(Approver absent, Application application) {
    application
        .asked()
        .filter(ask -> ask.approver() == absent && ask.urgency() != Ask.Urgency.ESCALATED)
        .ifPresent(ask -> application.urged(ask.escalated()));
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
  void refuse(Application application, Long actor, Statement why, Instant now) {
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
