package org.portolan.nomination;

import org.portolan.eligibility.Verdict;
import org.portolan.seat.ApplicationState;

/**
 * An officer on a list as it is shown.
 *
 * @param place from 1; 0 where another stepped in
 * @param application null until they are handed in, as is its state
 * @param verdict what they meet of the conditions, until they are handed in; else null
 */
public record Listed(
    long id,
    long personId,
    String person,
    String post,
    int place,
    boolean alternate,
    String words,
    Long application,
    ApplicationState state,
    Verdict verdict) {

  public boolean handedIn() {
    return application != null;
  }

  /** Whether an alternate can come in their place: with what they have, or else as one more. */
  public boolean replaceable() {
    return handedIn() && place > 0;
  }

  /** Whether they can be taken back. */
  public boolean standing() {
    return replaceable() && state.alive();
  }
}
