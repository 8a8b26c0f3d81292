package org.portolan.attendance;

import java.util.Locale;

/**
 * Codes that people type where there is no camera: digits and letters of which none is taken for
 * another. O is read as 0, I and L are read as 1; spaces, dashes and capitals do not count.
 */
final class TypedCode {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int BITS = 5;
  private static final int HEX_BITS = 4;

  private TypedCode() {}

  /** As it was written, whoever typed it. */
  static String read(String typed) {
    return typed == null
        ? ""
        : typed
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^0-9a-z]", "")
            .replace('o', '0')
            .replaceAll("[il]", "1");
  }

  static String number(long number) {
    StringBuilder letters = new StringBuilder();
    for (long left = number; left > 0 || letters.isEmpty(); left >>= BITS) {
      letters.append(ALPHABET.charAt((int) (left & (ALPHABET.length() - 1))));
    }
    return letters.reverse().toString();
  }

  /** -1 for what is no number, or none that this writes. */
  static long number(String letters) {
    if (letters.isEmpty() || letters.length() > Long.SIZE / BITS) {
      return -1;
    }
    long number = 0;
    for (char letter : letters.toCharArray()) {
      int value = ALPHABET.indexOf(letter);
      if (value < 0) {
        return -1;
      }
      number = number << BITS | value;
    }
    return number;
  }

  /** The first of a mark that is written with hexadecimal digits, in so many letters. */
  static String shortened(String mark, int length) {
    StringBuilder letters = new StringBuilder();
    int value = 0;
    int bits = 0;
    for (int at = 0; letters.length() < length; at++) {
      value = value << HEX_BITS | Character.digit(mark.charAt(at), 16);
      bits += HEX_BITS;
      if (bits >= BITS) {
        bits -= BITS;
        letters.append(ALPHABET.charAt(value >> bits & (ALPHABET.length() - 1)));
        value &= (1 << bits) - 1;
      }
    }
    return letters.toString();
  }
}
