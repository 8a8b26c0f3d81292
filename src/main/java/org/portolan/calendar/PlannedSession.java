package org.portolan.calendar;

import java.time.Instant;
import org.portolan.catalog.CourseTitle;

/**
 * A session as those who plan see it.
 *
 * @param version by which they name what they saw
 */
public record PlannedSession(SessionFacts facts, CourseTitle course, int version) {
  public long id() {
    return facts.id();
  }

  public Stage stageAt(Instant now) {
    return facts.stageAt(now);
  }
}
