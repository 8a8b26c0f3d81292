package org.portolan.eligibility;

import java.time.LocalDate;

/** The session for which somebody wants a seat. Conditions are to be met on its first day. */
public record Occasion(long session, LocalDate first, LocalDate last) {
  boolean isAnother(Engagement engagement) {
    return engagement.session() != session;
  }

  boolean meets(Engagement engagement) {
    return !engagement.first().isAfter(last) && !engagement.last().isBefore(first);
  }
}
