package org.portolan.seat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(
                  (session + "|" + before + "|" + line.text()).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
