package org.portolan.platform.web;

/** What XML can say of a text: controls and halves of characters are left out. */
public final class XmlCharacters {
  private XmlCharacters() {}

  public static String of(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().filter(XmlCharacters::allowed).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /** XML 1.0, production 2. */
  private static boolean allowed(int c) {
    return c == 0x9
        || c == 0xA
        || c == 0xD
        || c >= 0x20 && c <= 0xD7FF
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000 && c <= 0x10FFFF;
  }
}
