package org.portolan.world;

/** Texts cut to what a column holds. */
final class Texts {
  private Texts() {}

  static String fitting(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length).strip();
  }
}
