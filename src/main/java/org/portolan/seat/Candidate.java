package org.portolan.seat;

/** An application as the rules of seats see it. */
public interface Candidate {
  /** Number of the application; asked for only when the lines of the ledger are written down. */
  long number();

  Standing standing();

  /** Takes over where it stands now. */
  void stand(Standing standing);
}
