package org.portolan.finding.saved;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How often somebody is told what is new of a search. */
public enum Rhythm {
  NONE,
  DAILY,
  WEEKLY;

  /** Letters of all searches of a person come together, before work begins in most regions. */
  private static final LocalTime HOUR = LocalTime.of(4, 0);

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Rhythm> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }

  /** When the next letter is due after this moment; null where there is none. */
  Instant next(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return switch (this) {
      case NONE -> null;
      case DAILY -> {
        Instant due = at(today);
        yield due.isAfter(now) ? due : at(today.plusDays(1));
      }
      case WEEKLY -> {
        Instant due = at(today.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)));
        yield due.isAfter(now) ? due : at(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
      }
    };
  }

  private static Instant at(LocalDate day) {
    return day.atTime(HOUR).toInstant(ZoneOffset.UTC);
  }
}
