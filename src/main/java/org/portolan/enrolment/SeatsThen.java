package org.portolan.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.portolan.seat.SeatLine;
import org.portolan.seat.SeatRules;
import org.portolan.seat.Standing;

/**
 * How the seats of a session stood at a moment, told from its ledger alone.
 *
 * @param rules by which they were given, or null where the ledger had not begun
 * @param stood the first of those who had a seat or waited for one: seats first, then offers, then
 *     the waiting list in its order, then who waited for a decision
 * @param standing how many they were in all
 * @param lines the last that were written until then, the latest first
 * @param written how many lines there were in all
 * @param people what is known today of those of whom is told, by number of the application
 * @param altered number of the first line that was altered, or stands after one that was; 0 where
 *     none; what is told ends before it
 * @param text all of it, always the same for the same
 * @param fingerprint of that text
 */
public record SeatsThen(
    OfferedSession session,
    Instant moment,
    SeatRules rules,
    int taken,
    int queued,
    List<Stood> stood,
    int standing,
    List<SeatLine> lines,
    int written,
    long altered,
    Map<Long, ApplicationSummary> people,
    String text,
    String fingerprint) {

  /** How one application stood. */
  public record Stood(long application, Standing standing) {}

  /** Whether not all of them are told of. */
  public boolean crowded() {
    return standing > stood.size();
  }

  public int free() {
    return rules == null ? session.seats() : Math.max(0, rules.places() - taken);
  }
}
