package org.portolan.platform.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What comes first in a day that is written as text, such as 03/04/2027. */
public enum DayOrder {
  /** Nobody said; where both are possible, a cell is refused. */
  ASK,
  DAY_FIRST,
  MONTH_FIRST;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<DayOrder> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
