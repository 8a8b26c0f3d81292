package org.portolan.eligibility;

import java.time.LocalDate;
import java.util.Set;

/**
 * A session for which somebody applied and whose application still stands.
 *
 * @param on the days on which it is held; empty where these are all from the first to the last
 */
public record Engagement(
    long session, String title, LocalDate first, LocalDate last, Set<LocalDate> on) {
  public Engagement {
    on = Set.copyOf(on);
  }
}
