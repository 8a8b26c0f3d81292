package org.portolan.people;

import java.util.Locale;

/** What became of an invitation. */
public enum InvitationState {
  OPEN,
  /** Nobody used it in time; it can be sent again. */
  EXPIRED,
  ACCEPTED,
  WITHDRAWN;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
