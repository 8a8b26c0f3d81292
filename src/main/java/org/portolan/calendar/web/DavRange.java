package org.portolan.calendar.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import org.portolan.calendar.HeldDay;

/** A span of time that a calendar program asks for; open at an end that it does not name. */
record DavRange(Instant start, Instant end) {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withResolverStyle(ResolverStyle.STRICT);

  static DavRange of(DavElement element) throws DavElement.Unreadable {
    DavRange range =
        new DavRange(
            moment(element.attribute("start"), Instant.MIN),
            moment(element.attribute("end"), Instant.MAX));
    if (!range.start.isBefore(range.end)) {
      throw new DavElement.Unreadable("A range of time ends after it begins.");
    }
    return range;
  }

  private static Instant moment(String text, Instant otherwise) throws DavElement.Unreadable {
    try {
      return text == null ? otherwise : LocalDateTime.parse(text, MOMENT).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new DavElement.Unreadable("A moment is written like 20270308T090000Z.");
    }
  }

  boolean meets(HeldDay day) {
    return day.startsAt().isBefore(end) && day.endsAt().isAfter(start);
  }

  boolean meetsAny(List<HeldDay> days) {
    return days.stream().anyMatch(this::meets);
  }
}
