package org.portolan.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The year by which centres and regions plan: from July to June.
 *
 * @param begins the year of its July
 */
public record TrainingYear(int begins) {
  private static final int FIRST = 2000;
  private static final int LAST = 2036;

  public static TrainingYear of(LocalDate day) {
    return new TrainingYear(
        day.getMonthValue() < Month.JULY.getValue() ? day.getYear() - 1 : day.getYear());
  }

  /** As an address has it; empty for what is none, or none that calendars show. */
  public static Optional<TrainingYear> read(String text) {
    return text != null && text.matches("\\d{4}")
        ? Optional.of(new TrainingYear(Integer.parseInt(text))).filter(TrainingYear::shown)
        : Optional.empty();
  }

  /** Whether calendars show it. */
  public boolean shown() {
    return begins >= FIRST && begins <= LAST;
  }

  public LocalDate from() {
    return LocalDate.of(begins, Month.JULY, 1);
  }

  public LocalDate to() {
    return LocalDate.of(begins + 1, Month.JUNE, 30);
  }

  public List<YearMonth> months() {
    return IntStream.range(0, 12)
        .mapToObj(each -> YearMonth.of(begins, Month.JULY).plusMonths(each))
        .toList();
  }

  public TrainingYear next() {
    return new TrainingYear(begins + 1);
  }

  public TrainingYear before() {
    return new TrainingYear(begins - 1);
  }

  /** As people write it: 2026/27. */
  public String label() {
    return "%d/%02d".formatted(begins, (begins + 1) % 100);
  }
}
