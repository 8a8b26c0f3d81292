package org.portolan.radar.rules;

import java.time.LocalDate;
import java.time.Month;

/** The year for which regions plan: from the first of July to the end of June. */
public record TrainingYear(int from) {
  private static final int FIRST = 2000;
  private static final int LAST = 2035;

  public static TrainingYear of(LocalDate day) {
    return new TrainingYear(
        day.getMonthValue() >= Month.JULY.getValue() ? day.getYear() : day.getYear() - 1);
  }

  /** Whether sessions can lie in it at all. */
  public boolean possible() {
    return from >= FIRST && from <= LAST;
  }

  public LocalDate first() {
    return LocalDate.of(from, Month.JULY, 1);
  }

  public LocalDate last() {
    return LocalDate.of(from + 1, Month.JUNE, 30);
  }

  /** As people write it: {@code 2026/27}. */
  public String label() {
    return from + "/" + String.format("%02d", (from + 1) % 100);
  }
}
