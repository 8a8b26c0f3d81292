package org.portolan.calendar;

import java.time.Instant;
import org.portolan.catalog.CourseTitle;
import org.portolan.catalog.Entry;

/**
 * A session as lists and pages show it.
 *
 * @param course its name in the reader's language, or the nearest
 * @param occupancy how far its seats are in use
 */
public record SessionSummary(SessionFacts facts, CourseTitle course, Occupancy occupancy) {

  public long id() {
    return facts.id();
  }

  public int taken() {
    return occupancy.taken();
  }

  /** How many wait for a seat. */
  public int queued() {
    return occupancy.queued();
  }

  /** What is left for one who applies now. */
  public Entry entry() {
    return occupancy.entry();
  }

  /** Of the seats that it has; beyond them more may be given. */
  public int left() {
    return Math.max(0, facts.seats() - taken());
  }

  /** Whether somebody could apply at this moment; a full session can still be asked for. */
  public boolean openAt(Instant now) {
    return facts.openAt(now);
  }
}
