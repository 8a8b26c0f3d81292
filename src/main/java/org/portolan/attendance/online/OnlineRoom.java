package org.portolan.attendance.online;

import java.time.Instant;
import org.portolan.calendar.CalendarEntries;

/**
 * How a session is joined online.
 *
 * @param address empty where there is none, or it was taken back
 * @param note what is asked for there: a number of the meeting, a code
 * @param version higher with every change; 0 where nothing was ever said
 */
public record OnlineRoom(String address, String note, Instant changedAt, int version) {
  /** Of sessions of which nothing was said. */
  public static final OnlineRoom NONE = new OnlineRoom("", "", Instant.EPOCH, 0);

  public boolean there() {
    return !address.isEmpty();
  }

  boolean says(String otherAddress, String otherNote) {
    return address.equals(otherAddress) && note.equals(otherNote);
  }

  /** As it stands in the calendar of one who may know. */
  public CalendarEntries.Joining joining() {
    return new CalendarEntries.Joining(address, note, changedAt);
  }
}
