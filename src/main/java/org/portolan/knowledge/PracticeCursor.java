package org.portolan.knowledge;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A place in the list of practices, newest first, as programs carry it from page to page. It says
 * what the list is sorted by, so it stays one when the practice there is no longer shown.
 */
record PracticeCursor(Instant publishedAt, String code) {
  private static final int RADIX = 36;

  static PracticeCursor behind(PracticeSummary practice) {
    return new PracticeCursor(practice.publishedAt(), practice.code());
  }

  /** Whatever is no place means the beginning. */
  static Optional<PracticeCursor> read(String written) {
    int dot = written == null ? -1 : written.indexOf('.');
    if (dot < 1 || dot > Long.toString(Long.MAX_VALUE, RADIX).length()) {
      return Optional.empty();
    }
    try {
      long micros = Long.parseLong(written.substring(0, dot), RADIX);
      return Optional.of(
          new PracticeCursor(
              Instant.EPOCH.plus(micros, ChronoUnit.MICROS), written.substring(dot + 1)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  String written() {
    return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, publishedAt), RADIX) + "." + code;
  }
}
