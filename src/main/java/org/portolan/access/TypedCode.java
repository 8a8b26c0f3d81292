package org.portolan.access;

import java.util.Locale;

/** A code as somebody typed it: with spaces and dashes, in their own digits and letters. */
record TypedCode(String text) {
  private static final int LONGEST = 40;

  static TypedCode of(String typed) {
    StringBuilder plain = new StringBuilder();
    String given = typed == null ? "" : typed;
    given
        .substring(0, Math.min(given.length(), LONGEST))
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .map(each -> Character.isDigit(each) ? '0' + Character.digit(each, 10) : each)
        .forEach(plain::appendCodePoint);
    return new TypedCode(plain.toString().toLowerCase(Locale.ROOT));
  }

  boolean isOfApp() {
    return text.matches("[0-9]{6}");
  }

  boolean isOfRecovery() {
    return text.matches("[a-z0-9]{10}");
  }
}
