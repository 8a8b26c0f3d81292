package org.portolan.office;

import java.time.Duration;
import java.util.Locale;
import org.portolan.platform.security.Scope;

/**
 * Which mandates are looked for.
 *
 * @param office or null for every one
 * @param scope or null for every body
 */
public record MandateFilter(State state, Office office, Scope scope) {
  /** What counts as soon for a mandate that ends: time enough to find a successor. */
  static final Duration SOON = Duration.ofDays(90);

  /** Where a mandate stands. */
  public enum State {
    CURRENT,
    ENDING,
    COMING,
    OVER;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
