package org.portolan.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.portolan.approval.Chain;
import org.portolan.calendar.ClosingDay;
import org.portolan.eligibility.Occasion;

/**
 * What somebody who applies or decides needs to know of a session.
 *
 * @param firstDay null where it has no days; {@code startsAt} is far away then
 * @param heldOn the days on which it is held; empty where these are all from the first to the last
 * @param applyBy last day for applications, or null
 * @param state what was announced without days is neither draft nor published
 * @param title of its course, in the reader's language where there is such a text
 * @param language in which the title is
 * @param queued how many stand on the waiting list
 * @param queue how many may; 0 where there is none
 * @param centreCode of the centre, whose name in the reader's language is {@code centre}
 * @param donorCode of the body that pays for it, or null
 * @param chain whose consent an application needs
 */
public record OfferedSession(
    long id,
    String code,
    String title,
    String language,
    String centreCode,
    String centre,
    String donorCode,
    LocalDate firstDay,
    LocalDate lastDay,
    Set<LocalDate> heldOn,
    LocalDate applyBy,
    String zone,
    Instant startsAt,
    int seats,
    int taken,
    Chain chain,
    String state,
    int queued,
    int queue) {

  public int left() {
    return Math.max(0, seats - taken);
  }

  public boolean full() {
    return left() == 0;
  }

  /** Whether one who finds all seats taken may still wait for one. */
  public boolean queueOpen() {
    return queued < queue;
  }

  public boolean cancelled() {
    return state.equals("cancelled");
  }

  public boolean open(Instant now) {
    return terms().open(now);
  }

  /** Whether people may apply and be nominated. */
  public boolean applying(Instant now) {
    return terms().applying(now);
  }

  /** Whether it takes no more applications, and goes on with those it has. */
  public boolean closed(Instant now) {
    return open(now) && !applying(now);
  }

  /**
   * Nobody is nominated or asked for any more.
   *
   * @throws EnrolmentRefused when it has begun, was cancelled, or the last day for applications is
   *     over
   */
  public void requireApplying(Instant now) {
    terms().requireApplying(now);
  }

  /** Whether it waits for its days. */
  public boolean announced() {
    return state.equals(ApplicationRows.ANNOUNCED);
  }

  /** A standing edition has neither days nor a bound of seats. */
  public boolean standing() {
    return firstDay == null && !announced();
  }

  /** Before which day officers are named: it begins then, or takes no more of them. */
  public LocalDate namesBefore() {
    LocalDate closed = applyBy == null ? null : applyBy.plusDays(1);
    return closed == null || closed.isAfter(firstDay) ? firstDay : closed;
  }

  /** When it is held, for its conditions. */
  public Occasion occasion(Instant now) {
    return occasion(id, firstDay, lastDay, heldOn, zone, now);
  }

  static Occasion occasion(
      long id,
      LocalDate firstDay,
      LocalDate lastDay,
      Set<LocalDate> heldOn,
      String zone,
      Instant now) {
    return firstDay == null
        ? new Occasion(id, LocalDate.ofInstant(now, ZoneId.of(zone)), null)
        : new Occasion(id, firstDay, lastDay, heldOn);
  }

  SessionTerms terms() {
    return new SessionTerms(
        id, state.equals("published"), chain, startsAt, ClosingDay.of(applyBy, zone));
  }
}
