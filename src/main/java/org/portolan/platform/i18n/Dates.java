package org.portolan.platform.i18n;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAccessor;

/**
 * Days and moments as one language writes them; for letters, whose reader is not the one who asks.
 */
public record Dates(Language language) {

  public String date(LocalDate day) {
    return with(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM), day);
  }

  /** The days of something, written once when it is one day; what has none can be had any time. */
  public String days(LocalDate first, LocalDate last) {
    if (first == null) {
      return Texts.text(language, "platform.days.any");
    }
    return first.equals(last) ? date(first) : date(first) + " – " + date(last);
  }

  /** An instant as a day and time of a zone, by its IANA name. */
  public String moment(Instant instant, String zone) {
    return with(
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT),
        instant.atZone(ZoneId.of(zone)));
  }

  private String with(DateTimeFormatter formatter, TemporalAccessor value) {
    return formatter.withLocale(language.locale()).format(value);
  }
}
