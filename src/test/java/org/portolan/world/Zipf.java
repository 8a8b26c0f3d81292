package org.portolan.world;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws ranks as words are used: the second half as often as the first, the third a third as often.
 */
final class Zipf {
  private final double[] upTo;

  Zipf(int ranks) {
    upTo = new double[ranks];
    double sum = 0;
    for (int rank = 0; rank < ranks; rank++) {
      sum += 1.0 / (rank + 1);
      upTo[rank] = sum;
    }
  }

  int draw(SplittableRandom random) {
    double point = random.nextDouble() * upTo[upTo.length - 1];
    int found = Arrays.binarySearch(upTo, point);
    return Math.min(upTo.length - 1, found < 0 ? -found - 1 : found);
  }
}
