package org.portolan.attachment.download;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * What was taken on a day. In one order on every node, so that two that write at once do not wait
 * for each other in a circle.
 *
 * @param attachment its number; {@link #PAPER} for the practice itself
 */
record Taking(long practice, long attachment, LocalDate day, String language)
    implements Comparable<Taking> {
  static final long PAPER = 0;

  private static final Comparator<Taking> ORDER =
      Comparator.comparing(Taking::practice)
          .thenComparing(Taking::attachment)
          .thenComparing(Taking::day)
          .thenComparing(Taking::language);

  @Override
  public int compareTo(Taking other) {
    return ORDER.compare(this, other);
  }
}
