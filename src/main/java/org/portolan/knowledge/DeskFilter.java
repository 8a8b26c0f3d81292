package org.portolan.knowledge;

/**
 * What an editor looks for among the practices of their regions.
 *
 * @param words of a title in any language; null for any
 * @param state {@code draft} or {@code published}; null for both
 */
public record DeskFilter(String words, String state) {
  public static DeskFilter everything() {
    return new DeskFilter(null, null);
  }

  public boolean restricts() {
    return words != null || state != null;
  }
}
