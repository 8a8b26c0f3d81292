package org.portolan.radar;

import com.ibm.icu.util.Calendar;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Set;

/** The days of the week on which people rest in a country, as CLDR has them. */
final class RestDays {
  private RestDays() {}

  /**
   * @param country code of a Member; for one that is not known those of most of the world
   */
  static Set<DayOfWeek> of(String country) {
    Calendar.WeekData week = Calendar.getWeekDataForRegion(country);
    EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    DayOfWeek day = day(week.weekendOnset);
    days.add(day);
    while (day != day(week.weekendCease)) {
      day = day.plus(1);
      days.add(day);
    }
    return days;
  }

  /** ICU counts from Sunday. */
  private static DayOfWeek day(int counted) {
    return DayOfWeek.SUNDAY.plus(counted - 1L);
  }
}
