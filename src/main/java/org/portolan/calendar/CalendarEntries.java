package org.portolan.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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
   * @param joining how they are joined online, by their numbers, of those of which the one person
   *     may know
   */
  byte[] feed(
      String name,
      String source,
      String page,
      List<SessionSummary> sessions,
      Map<Long, Joining> joining,
      Language reader);

  /**
   * Who is invited, and by whom.
   *
   * @param method {@code REQUEST} or {@code CANCEL}
   * @param sequence higher than that of the entry that it takes the place of
   * @param organizer address to which calendars send replies
   * @param answer what was answered to the entry, as calendars say it; null where it is asked
   * @param joining how the session is joined online; null where nobody said
   */
  record Invited(
      String method,
      int sequence,
      String organizer,
      String organizerName,
      String attendee,
      String attendeeName,
      String answer,
      Joining joining) {}

  /**
   * How a session is joined online; no entry of a public feed has it.
   *
   * @param address empty where it was taken back
   * @param note what is asked for there, or empty
   */
  record Joining(String address, String note, Instant changedAt) {}
}
