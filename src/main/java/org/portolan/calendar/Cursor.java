package org.portolan.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last session of a page: what follows it is later, or as late with a higher number. */
record Cursor(Instant startsAt, long id) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,11})-(\\d{1,18})");

  String text() {
    return startsAt.getEpochSecond() + "-" + id;
  }

  /** Empty for what we did not write: the list then begins at its beginning. */
  static Optional<Cursor> of(String text) {
    Matcher matcher = FORM.matcher(text == null ? "" : text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Cursor(
              Instant.ofEpochSecond(Long.parseLong(matcher.group(1))),
              Long.parseLong(matcher.group(2))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
