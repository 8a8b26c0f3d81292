package org.portolan.seat;

/** A line of a ledger cannot follow those before it: somebody changed, removed or added one. */
public class BrokenLedger extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long number;

  BrokenLedger(SeatLine line, String why) {
    super("line " + line.number() + " (" + line.text() + "): " + why);
    this.number = line.number();
  }

  /** Number of the line, as it says itself. */
  public long number() {
    return number;
  }
}
