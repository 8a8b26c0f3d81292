package org.portolan.calendar;

import java.util.List;
import org.portolan.platform.i18n.Language;

/** Writes sessions for one person's calendar; answered by what writes the feeds. */
public interface CalendarEntries {
  /**
   * A whole calendar with the one session in it, as it stands in feeds.
   *
   * @param title of its course, in the language of the reader
   */
  String entry(SessionFacts session, String title, Invited invited, Language reader);

  /**
   * Sessions as a feed to which one person subscribes.
   *
   * @param source path under which it is found again
   * @param page path of the page that shows the same
   */
  byte[] feed(
      String name, String source, String page, List<SessionSummary> sessions, Language reader);

  /**
   * Who is invited, and by whom.
   *
   * @param method {@code REQUEST} or {@code CANCEL}
   * @param sequence higher than that of the entry that it takes the place of
   * @param organizer address to which calendars send replies
   */
  record Invited(
      String method,
      int sequence,
      String organizer,
      String organizerName,
      String attendee,
      String attendeeName) {}
}
