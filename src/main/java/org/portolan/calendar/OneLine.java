package org.portolan.calendar;

/**
 * Text on one line: what controls a printer or ends a line means nothing in it, and breaks feeds.
 */
final class OneLine {
  private static final char LINE_SEPARATOR = 0x2028;
  private static final char PARAGRAPH_SEPARATOR = 0x2029;

  private OneLine() {}

  static String of(String text) {
    if (text == null) {
      return "";
    }
    // most texts are clean, and lists have many
    for (int i = 0; i < text.length(); i++) {
      if (control(text.charAt(i))) {
        return cleaned(text);
      }
    }
    return text.strip();
  }

  private static String cleaned(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.chars().forEach(c -> line.append(control(c) ? ' ' : (char) c));
    return line.toString().strip();
  }

  private static boolean control(int c) {
    return Character.isISOControl(c) || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR;
  }
}
