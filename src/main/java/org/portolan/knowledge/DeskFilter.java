package org.portolan.knowledge;

import java.util.List;

/**
 * What an editor looks for among the practices of their regions.
 *
 * @param words of a title in any language; null for any
 * @param state {@code draft}, {@code published}, {@code archived} or one of those below; null for
 *     any
 */
public record DeskFilter(String words, String state) {
  /** Handed in. */
  public static final String REVIEW = "review";

  /** Readers see it, and it is being written on. */
  public static final String CHANGING = "changing";

  /** To be looked at again. */
  public static final String DUE = "due";

  /** All that can be chosen. */
  public static final List<String> STATES =
      List.of(Practice.DRAFT, REVIEW, Practice.PUBLISHED, CHANGING, DUE, Practice.ARCHIVED);

  public static DeskFilter everything() {
    return new DeskFilter(null, null);
  }

  public boolean restricts() {
    return words != null || state != null;
  }
}
