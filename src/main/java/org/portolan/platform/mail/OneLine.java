package org.portolan.platform.mail;

/** Text that stands in a header or a column: on one line, without what controls anything. */
final class OneLine {
  private OneLine() {}

  static String of(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
  }

  static String of(String text, int longest) {
    String line = of(text);
    return line.length() <= longest ? line : line.substring(0, longest - 1) + "…";
  }
}
