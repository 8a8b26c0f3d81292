package org.portolan.eligibility;

import java.time.LocalDate;

/**
 * The session for which somebody wants a seat. Conditions are to be met on its first day.
 *
 * @param last null for what can be begun at any time: its first day is that of the wish, and it is
 *     in the way of nothing
 */
public record Occasion(long session, LocalDate first, LocalDate last) {
  boolean isAnother(Engagement engagement) {
    return engagement.session() != session;
  }

  boolean meets(Engagement engagement) {
    return last != null && !engagement.first().isAfter(last) && !engagement.last().isBefore(first);
  }
}
