package org.portolan.office;

import java.time.Instant;
import java.util.Locale;

/** Where a mandate stands at a moment. */
public enum MandateState {
  /** Begins later. */
  COMING,
  HELD,
  /** Over, but its holder may still look for a while. */
  READING,
  OVER;

  static MandateState at(Instant now, Instant startsAt, Instant endsAt, Instant readsUntil) {
    if (endsAt != null && !now.isBefore(endsAt)) {
      return readsUntil != null && now.isBefore(readsUntil) ? READING : OVER;
    }
    return now.isBefore(startsAt) ? COMING : HELD;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
