package org.portolan.calendar;

import java.time.LocalDate;
import java.util.List;

/** What the calendar asks of those who know when a centre cannot hold sessions. */
public interface BlockedDays {

  /** What blocks any of these days, by day. */
  List<BlockedTime> between(String centreCode, LocalDate firstDay, LocalDate lastDay);
}
