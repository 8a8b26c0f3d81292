package org.portolan.calendar.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The ways in which the calendar shows what it holds. */
public enum View {
  AGENDA("list"),
  WEEK("menu", Period.Length.WEEK),
  MONTH("grid", Period.Length.MONTH),
  YEAR("calendar", Period.Length.YEAR),
  TIMELINE("chart", Period.Length.YEAR, Period.Length.MONTH);

  private final String icon;
  private final List<Period.Length> lengths;

  View(String icon, Period.Length... lengths) {
    this.icon = icon;
    this.lengths = List.of(lengths);
  }

  public static Optional<View> of(String code) {
    return Arrays.stream(values()).filter(view -> view.code().equals(code)).findFirst();
  }

  /** As addresses name it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String icon() {
    return icon;
  }

  /** Whether it can show a period of this length; the agenda shows any. */
  boolean shows(Period.Length length) {
    return lengths.isEmpty() || lengths.contains(length);
  }

  /** The length that it shows where nothing else is asked for; the agenda has none. */
  Optional<Period.Length> usual() {
    return lengths.stream().findFirst();
  }
}
