package org.portolan.attendance;

import java.time.Instant;
import java.util.Locale;
import org.portolan.enrolment.OfferedSession;

/**
 * What becomes of a code from the door.
 *
 * @param session null where the code is for none
 * @param half null where it does not matter; the next one where nobody comes in now
 * @param presence what is noted already, or null
 * @param markedAt when that was, or null
 * @param arrival proves that the code was right when it was brought; null where it was not
 */
public record CheckInView(
    State state,
    OfferedSession session,
    HalfDay half,
    Presence presence,
    Instant markedAt,
    String arrival) {

  /** How it stands. */
  public enum State {
    /** No session has such a code. */
    UNKNOWN,
    CANCELLED,
    /** It was another one when this was brought. */
    EXPIRED,
    /** Nobody comes in at this time. */
    NOT_NOW,
    /** The attendance is closed or signed. */
    CLOSED,
    /** One has to sign in first. */
    VISITOR,
    /** Has no seat, or none any more. */
    NOT_ON_ROLL,
    /** Those who call the roll noted something else, which counts. */
    OTHERWISE,
    /** Is noted as here. */
    HERE,
    /** May say so. */
    OPEN;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
