package org.portolan.knowledge;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What came back of practices from those who read them; known to whoever keeps it. Asked only of
 * practices that the person may read.
 */
public interface PracticeEcho {
  /**
   * How much came back of a practice.
   *
   * @param administrations how many say that they used it
   * @param uses what they reported, of whatever year
   * @param comments how many are shown; null for who may not read any
   */
  record Counts(int administrations, int uses, Integer comments) {}

  /**
   * What an administration says of its use.
   *
   * @param month null where only the year is known
   * @param report Markdown, in the language in which it was written
   */
  record Use(String member, int year, Integer month, String language, String report) {}

  /** By code; each of these has counts. */
  Map<String, Counts> counts(Collection<String> codes);

  /** All reports of the use of a practice, the latest first. */
  List<Use> uses(String code);
}
