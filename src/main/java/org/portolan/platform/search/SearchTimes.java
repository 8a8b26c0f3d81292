package org.portolan.platform.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** How long searches of this node took since it started, in steps, and how many were refused. */
@ApplicationScoped
class SearchTimes {
  /** Upper ends of the steps in microseconds; what is longer is in a last one. */
  private static final long[] STEPS = {
    500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000
  };

  private final AtomicLongArray counts = new AtomicLongArray(STEPS.length + 1);
  private final LongAdder nanos = new LongAdder();
  private final LongAdder refused = new LongAdder();

  void took(long elapsed) {
    nanos.add(elapsed);
    int step = 0;
    while (step < STEPS.length && elapsed > STEPS[step] * 1_000) {
      step++;
    }
    counts.incrementAndGet(step);
  }

  void refused() {
    refused.increment();
  }

  long timesRefused() {
    return refused.sum();
  }

  /** In the form that Prometheus reads: each step with all that were no longer. */
  void write(String name, StringBuilder into) {
    long all = 0;
    for (int step = 0; step < STEPS.length; step++) {
      all += counts.get(step);
      into.append(name).append("_bucket{le=\"").append(STEPS[step] / 1e6).append("\"} ");
      into.append(all).append('\n');
    }
    all += counts.get(STEPS.length);
    into.append(name).append("_bucket{le=\"+Inf\"} ").append(all).append('\n');
    into.append(name).append("_sum ").append(nanos.sum() / 1e9).append('\n');
    into.append(name).append("_count ").append(all).append('\n');
  }
}
