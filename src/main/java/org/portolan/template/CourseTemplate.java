package org.portolan.template;

import org.portolan.calendar.SessionDefaults;
import org.portolan.catalog.CourseTitle;
import org.portolan.seat.SeatRules;

/**
 * What the centre of a course says of its sessions, to be looked at and changed.
 *
 * @param version {@link #NONE} where nothing is kept, and what stands here is what the house has
 * @param plannable whether sessions of the course can be planned now
 */
public record CourseTemplate(
    CourseTitle course,
    String version,
    SessionDefaults sessions,
    SeatRules rules,
    boolean plannable) {
  public static final String NONE = "-1";

  public boolean kept() {
    return !version.equals(NONE);
  }
}
