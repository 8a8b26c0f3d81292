package org.portolan.programme;

import java.time.DayOfWeek;
import java.util.List;
import org.portolan.calendar.BlockedTime;
import org.portolan.calendar.PlannedCopy;
import org.portolan.catalog.CourseTitle;
import org.portolan.holiday.HolidayDay;

/**
 * A session of one year as it would be in the next, with what would stand in its way.
 *
 * @param course of the copy
 */
public record CopyRow(
    PlannedCopy copy, CourseTitle course, List<BlockedTime> blocks, List<HolidayDay> holidays) {
  public CopyRow {
    blocks = List.copyOf(blocks);
    holidays = List.copyOf(holidays);
  }

  /** Whether it would begin on a Saturday or Sunday, which the first one did not. */
  public boolean weekend() {
    return free(copy.firstDay().getDayOfWeek()) && !free(copy.of().firstDay().getDayOfWeek());
  }

  public boolean warned() {
    return !blocks.isEmpty() || !holidays.isEmpty();
  }

  private static boolean free(DayOfWeek day) {
    return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
  }
}
