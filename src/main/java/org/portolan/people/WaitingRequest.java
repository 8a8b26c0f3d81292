package org.portolan.people;

import java.time.Instant;
import java.util.List;

/**
 * A request for an account as whoever decides sees it.
 *
 * @param strange whether the address is of a domain that the administration is not known by
 * @param lookalikes people of the administration who may be the same
 */
public record WaitingRequest(
    long id,
    WantedAccount wanted,
    Instant confirmedAt,
    boolean strange,
    List<Lookalike> lookalikes) {
  /** Whether the address has an account in the administration already. */
  public boolean known() {
    return lookalikes.stream().anyMatch(each -> each.why() == Likeness.ADDRESS);
  }
}
