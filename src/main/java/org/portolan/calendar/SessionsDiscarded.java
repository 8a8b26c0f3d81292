package org.portolan.calendar;

import java.util.List;

/**
 * Drafts that nobody outside of their centre has seen are about to be taken away. Whoever keeps
 * something of them that was given with the draft lets it go; what people added since keeps a draft
 * where it is.
 */
public record SessionsDiscarded(List<Long> sessionIds) {
  public SessionsDiscarded {
    sessionIds = List.copyOf(sessionIds);
  }
}
