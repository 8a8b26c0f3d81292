package org.portolan.selection;

import java.time.Instant;
import java.util.Map;

/**
 * Somebody who waits for the selection.
 *
 * @param number of the application
 * @param member code of the administration, or null
 * @param gender as they say, or empty
 * @param points by the criteria that do not depend on others
 * @param since when it was handed in, which decides between equals
 */
public record Candidacy(
    long number, String member, String gender, Map<Criterion, Integer> points, Instant since) {
  int points(Criterion criterion) {
    return points.getOrDefault(criterion, 0);
  }
}
