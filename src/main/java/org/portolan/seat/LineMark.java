package org.portolan.seat;

/**
 * Marks the lines of a ledger one after the other: each mark is made of the line and the mark
 * before it, so that no line can be altered without all later marks being wrong.
 */
public final class LineMark {
  private LineMark() {}

  /**
   * SHA-256 in lower-case hex.
   *
   * @param before mark of the line before, empty for the first
   */
  public static String of(long session, String before, SeatLine line) {
    return Sha256.hex(session + "|" + before + "|" + line.text());
  }
}
