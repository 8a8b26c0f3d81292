package org.portolan.calendar;

import java.util.Optional;

/** What the calendar asks of whoever takes applications, for the person who reads a session. */
public interface OwnPlaces {

  /** Address of the page of the reader's own application for a session, if one stands. */
  Optional<String> address(long sessionId);
}
