package org.portolan.calendar.web;

/**
 * Lines broken as RFC 5545 3.1 wants it: none longer than 75 octets, and never within a character,
 * which is what the library does not know: it counts characters, and halves those beyond 65536.
 */
final class FoldedLines {
  private static final int MOST_OCTETS = 75;
  private static final String FOLD = "\r\n ";

  private FoldedLines() {}

  static String of(String lines) {
    StringBuilder folded = new StringBuilder(lines.length() + 64);
    int octets = 0;
    for (int at = 0; at < lines.length(); ) {
      int character = lines.codePointAt(at);
      at += Character.charCount(character);
      if (character == '\r' || character == '\n') {
        octets = 0;
      } else {
        int size = octets(character);
        if (octets + size > MOST_OCTETS) {
          folded.append(FOLD);
          octets = 1;
        }
        octets += size;
      }
      folded.appendCodePoint(character);
    }
    return folded.toString();
  }

  private static int octets(int character) {
    if (character < 0x80) {
      return 1;
    }
    if (character < 0x800) {
      return 2;
    }
    return character < Character.MIN_SUPPLEMENTARY_CODE_POINT ? 3 : 4;
  }
}
