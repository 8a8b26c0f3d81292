package org.portolan.enrolment;

import java.time.Instant;
import java.util.Locale;
import org.portolan.enrolment.AnswerTokens.Link;
import org.portolan.seat.ApplicationState;

/**
 * What the link of an offer leads to, without signing in: what is needed for an answer, and nothing
 * about the person to whom the seat is offered, as whoever holds the letter sees it.
 *
 * @param state open, or what became of the offer
 * @param until when an open offer ends, else null
 */
public record OfferRequest(State state, long application, OfferedSession session, Instant until) {

  /** Whether a link can still be answered. */
  public enum State {
    OPEN,
    /** The seat was taken, by this link or elsewhere. */
    TAKEN,
    /** It was left to others, by this link or elsewhere. */
    LEFT,
    /** The offer ended without an answer. */
    ENDED,
    /** Another seat was offered since, in another letter. */
    SUPERSEDED,
    /** It is over, and the application stands again. */
    AGAIN,
    /** The application no longer stands, or the session is not held. */
    GONE;

    /**
     * @param last number of the last offer to its application
     */
    static State of(
        ApplicationState application, SessionTerms terms, Link link, int last, Instant now) {
      if (!terms.published()) {
        return GONE;
      }
      if (link.number() != last) {
        return SUPERSEDED;
      }
      return switch (application) {
        case OFFERED -> terms.open(now) && link.good(last, now) ? OPEN : ENDED;
        case LAPSED -> ENDED;
        case APPROVED -> TAKEN;
        case DECLINED -> LEFT;
        case WAITING, QUEUED -> AGAIN;
        case REFUSED, WITHDRAWN -> GONE;
      };
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean open() {
    return state == State.OPEN;
  }
}
