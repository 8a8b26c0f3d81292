package org.portolan.calendar.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.portolan.calendar.CalendarEntries;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionSummary;
import org.portolan.catalog.Themes;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.Language;

/** Entries for calendars of people, with the same events as feeds and who is invited (RFC 5546). */
@ApplicationScoped
class EntryWriter implements CalendarEntries {
  private static final Pattern SEQUENCE = Pattern.compile("(?m)^SEQUENCE:\\d+");
  private static final Pattern STATUS = Pattern.compile("(?m)^STATUS:CONFIRMED");

  /** What would end a parameter, or a line. */
  private static final Pattern UNSAFE = Pattern.compile("[\"\\p{Cntrl}]");

  @Inject private Themes themes;
  @Inject private Installation installation;

  @Override
  public String entry(SessionFacts session, String title, Invited invited, Language reader) {
    String theme = theme(session.themeCode(), reader);
    String events =
        new FeedEvents(session, title, theme, invited.joining(), installation.baseUrl(), reader)
            .text();
    events = SEQUENCE.matcher(events).replaceAll("SEQUENCE:" + invited.sequence());
    if (invited.method().equals("CANCEL")) {
      events = STATUS.matcher(events).replaceAll("STATUS:CANCELLED");
    }
    String people = FoldedLines.of(organizer(invited) + attendee(invited));
    return FoldedLines.of(
            "BEGIN:VCALENDAR\r\nPRODID:-//Portolan//Training calendar//EN\r\nVERSION:2.0\r\n"
                + "CALSCALE:GREGORIAN\r\nMETHOD:"
                + invited.method()
                + "\r\n"
                + FeedZone.of(session.zone(), session.startsAt(), session.endsAt()))
        + events.replace("\r\nEND:VEVENT\r\n", "\r\n" + people + "END:VEVENT\r\n")
        + "END:VCALENDAR\r\n";
  }

  @Override
  public byte[] feed(
      String name,
      String source,
      String page,
      List<SessionSummary> sessions,
      Map<Long, Joining> joining,
      Language reader) {
    return new FeedWriter(installation.baseUrl(), reader, code -> theme(code, reader))
        .write(name, source, page, sessions, joining);
  }

  private String theme(String code, Language reader) {
    return themes.find(code).map(found -> found.name().in(reader)).orElse(code);
  }

  private static String organizer(Invited invited) {
    return "ORGANIZER;CN=\""
        + safe(invited.organizerName())
        + "\":mailto:"
        + safe(invited.organizer())
        + "\r\n";
  }

  private static String attendee(Invited invited) {
    return "ATTENDEE;CN=\""
        + safe(invited.attendeeName())
        + "\";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT="
        + (invited.answer() == null ? "NEEDS-ACTION;RSVP=TRUE" : invited.answer() + ";RSVP=FALSE")
        + ":mailto:"
        + safe(invited.attendee())
        + "\r\n";
  }

  private static String safe(String text) {
    return UNSAFE.matcher(text).replaceAll(" ");
  }
}
