package org.portolan.enrolment;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who holds a seat of a session, told from its ledger alone. The count and the applications must
 * say the same; where they do not, the ledger shows since when.
 */
record SeatLedger(Set<Long> holders) {

  /** Replays moves in their order; one that cannot have happened is a failure. */
  static SeatLedger replay(int capacity, List<SeatMove> moves) {
    Set<Long> holders = new TreeSet<>();
    for (SeatMove move : moves) {
      boolean possible =
          move.change() == SeatChange.TAKEN
              ? holders.size() < capacity && holders.add(move.personId())
              : holders.remove(move.personId());
      if (!possible) {
        throw new IllegalStateException(move + " cannot follow " + holders + " of " + capacity);
      }
    }
    return new SeatLedger(Set.copyOf(holders));
  }

  int taken() {
    return holders.size();
  }
}
