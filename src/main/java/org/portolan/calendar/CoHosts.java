package org.portolan.calendar;

import java.util.Optional;

/** What the calendar asks of those who know which centres hold a session together. */
public interface CoHosts {

  /** Code of the centre that holds a session with the one to which it belongs. */
  Optional<String> of(long sessionId);
}
