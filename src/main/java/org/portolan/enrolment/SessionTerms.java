package org.portolan.enrolment;

import java.time.Instant;
import java.util.function.Function;
import org.portolan.approval.Approver;
import org.portolan.approval.Ask;
import org.portolan.approval.Chain;
import org.portolan.approval.Step;
import org.portolan.calendar.ClosingDay;

/**
 * On which terms a session takes people in.
 *
 * @param chain whose consent an application that is handed in now needs
 * @param closing after which none is handed in
 */
record SessionTerms(
    long sessionId, boolean published, Chain chain, Instant startsAt, ClosingDay closing) {

  /** Of a session for which people apply until it begins. */
  SessionTerms(long sessionId, boolean published, Chain chain, Instant startsAt) {
    this(sessionId, published, chain, startsAt, ClosingDay.NONE);
  }

  /** Published and not begun. */
  boolean open(Instant now) {
    return published && now.isBefore(startsAt);
  }

  void requireOpen(Instant now) {
    if (!open(now)) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.CLOSED);
    }
  }

  /** Whether it takes applications, and does not only go on with those it has. */
  boolean applying(Instant now) {
    return open(now) && !closing.overAt(now);
  }

  void requireApplying(Instant now) {
    requireOpen(now);
    if (closing.overAt(now)) {
      throw EnrolmentRefused.closedOn(closing.day());
    }
  }

  /** How the approvers of a chain are asked now. */
  Function<Approver, Ask> asking(Chain along, Instant now) {
    return approver -> ask(along.step(approver).orElseThrow(), now);
  }

  /** The approver of a step is asked now; no answer counts after the start. */
  Ask ask(Step step, Instant now) {
    return Ask.of(step, now, startsAt);
  }
}
