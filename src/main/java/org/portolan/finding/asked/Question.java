package org.portolan.finding.asked;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * What was asked on a day, by whomever. In one order on every node, so that two that write at once
 * do not wait for each other in a circle.
 *
 * @param region empty for visitors, and for people without an administration
 */
record Question(String words, LocalDate day, String language, String region)
    implements Comparable<Question> {
  private static final Comparator<Question> ORDER =
      Comparator.comparing(Question::words)
          .thenComparing(Question::day)
          .thenComparing(Question::language)
          .thenComparing(Question::region);

  @Override
  public int compareTo(Question other) {
    return ORDER.compare(this, other);
  }
}
