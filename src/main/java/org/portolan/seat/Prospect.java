package org.portolan.seat;

import java.util.Optional;

/**
 * What would come of an application, as things stand.
 *
 * @param hindrance what would keep it from a seat; nothing where there is one for it
 * @param refusal why it could not even wait for one; nothing where it could
 * @param queued how many wait already
 */
public record Prospect(
    Optional<Hindrance> hindrance, Optional<SeatRefused.Kind> refusal, int queued) {

  /** Whether it would have to wait until a seat becomes free. */
  public boolean waits() {
    return hindrance.isPresent() && refusal.isEmpty();
  }
}
