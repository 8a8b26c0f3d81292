package org.portolan.platform.i18n;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.Map;

/**
 * Days and moments as one language writes them; for letters, whose reader is not the one who asks.
 */
public record Dates(Language language) {
  /** Made once: a list writes hundreds of days. */
  private static final Map<Language, DateTimeFormatter> DAYS =
      ofEach(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM));

  private static final Map<Language, DateTimeFormatter> MOMENTS =
      ofEach(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT));

  public String date(LocalDate day) {
    return DAYS.get(language).format(day);
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
    return MOMENTS.get(language).format(instant.atZone(ZoneId.of(zone)));
  }

  private static Map<Language, DateTimeFormatter> ofEach(DateTimeFormatter formatter) {
    Map<Language, DateTimeFormatter> formatters = new EnumMap<>(Language.class);
    for (Language each : Language.values()) {
      formatters.put(each, formatter.withLocale(each.locale()));
    }
    return formatters;
  }
}
