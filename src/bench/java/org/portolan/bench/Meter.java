package org.portolan.bench;

import java.util.Arrays;

/** Times of the requests of one measurement. */
final class Meter {
  private static final double NANOS_PER_MILLI = 1e6;

  private long[] nanos = new long[1 << 16];
  private int count;
  private int errors;

  synchronized void record(long elapsed, boolean failed) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = elapsed;
    if (failed) {
      errors++;
    }
  }

  synchronized int requests() {
    return count;
  }

  synchronized int errors() {
    return errors;
  }

  /** In milliseconds. */
  synchronized double percentile(int percent) {
    if (count == 0) {
      return 0;
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[Math.min(count - 1, count * percent / 100)] / NANOS_PER_MILLI;
  }
}
