package org.portolan.platform.forgetting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * How long a kind of record is kept.
 *
 * @param length null where it is kept for good
 */
public record RetentionPeriod(Period length) {
  static final String NEVER = "never";

  /** Longer ones say the same as never. */
  private static final int MOST_YEARS = 100;

  private static final LocalDate SOME_DAY = LocalDate.of(2001, 1, 1);

  /** What an operator wrote: an ISO period of days or more, or {@code never}. */
  static Optional<RetentionPeriod> read(String text) {
    String written = text.strip();
    if (written.toLowerCase(Locale.ROOT).equals(NEVER)) {
      return Optional.of(new RetentionPeriod(null));
    }
    try {
      RetentionPeriod period = new RetentionPeriod(Period.parse(written));
      return period.readable() ? Optional.of(period) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private boolean readable() {
    return length.getYears() >= 0
        && length.getMonths() >= 0
        && length.getDays() >= 0
        && length.getYears() <= MOST_YEARS
        && length.getMonths() <= MOST_YEARS * 12
        && length.getDays() <= MOST_YEARS * 366;
  }

  /** Whether it is no shorter than the shortest that is allowed. */
  boolean reaches(Period least) {
    return length == null || !SOME_DAY.plus(length).isBefore(SOME_DAY.plus(least));
  }

  /** What served its purpose before this moment is forgotten; empty when nothing ever is. */
  Optional<Instant> before(Instant now) {
    return Optional.ofNullable(length)
        .map(period -> now.atOffset(ZoneOffset.UTC).minus(period).toInstant());
  }

  public boolean forGood() {
    return length == null;
  }
}
