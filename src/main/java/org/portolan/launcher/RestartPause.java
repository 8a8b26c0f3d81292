package org.portolan.launcher;

import java.time.Duration;

/**
 * How long to wait before a server that stopped is started again: longer each time, so that one
 * that cannot run costs little, and from the beginning once it has run well for a while. There is
 * no last time: a full disk is emptied some day.
 */
final class RestartPause {
  private static final Duration FIRST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration WELL = Duration.ofMinutes(5);

  private Duration next = FIRST;

  /** The wait after a server that ran for so long, or not at all. */
  Duration after(Duration ran) {
    if (ran.compareTo(WELL) >= 0) {
      next = FIRST;
    }
    Duration now = next;
    Duration longer = next.multipliedBy(2);
    next = longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
    return now;
  }
}
