package org.portolan.nomination;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;

/**
 * Seats that an administration asks a centre to hold before it can name its officers.
 *
 * @param nameBy the last day for their names; what is not taken then is there for all
 */
public record UnnamedSeats(int count, LocalDate nameBy, State state) {

  /** What the centre says to it. */
  public enum State {
    ASKED,
    HELD,
    REFUSED,
    /** They were held, and those without a name are there for all now. */
    OPENED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String code) {
      return Arrays.stream(values())
          .filter(each -> each.code().equals(code))
          .findFirst()
          .orElseThrow();
    }
  }
}
