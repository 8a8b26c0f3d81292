package org.portolan.calendar;

import java.time.Instant;
import org.portolan.catalog.CourseTitle;

/**
 * A session as lists and pages show it.
 *
 * @param course its name in the reader's language, or the nearest
 * @param taken seats that people hold now
 */
public record SessionSummary(SessionFacts facts, CourseTitle course, int taken) {

  public long id() {
    return facts.id();
  }

  public int left() {
    return Math.max(0, facts.seats() - taken);
  }

  /** Whether somebody could apply at this moment; a full session can still be asked for. */
  public boolean openAt(Instant now) {
    return facts.openAt(now);
  }
}
