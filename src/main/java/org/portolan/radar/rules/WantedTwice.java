package org.portolan.radar.rules;

import java.util.List;

/** Tells what is held twice because people want it twice. */
final class WantedTwice {
  /** Per cent of the seats; where all are so well booked, none of them is too many. */
  static final int WELL_BOOKED_PERCENT = 80;

  /** With so many on its list a session needs another one beside it. */
  static final int LONG_LIST = 5;

  private WantedTwice() {}

  static boolean test(List<Planned> cluster) {
    return cluster.stream().anyMatch(each -> each.queued() >= LONG_LIST)
        || cluster.stream()
            .allMatch(each -> each.taken() * 100L >= each.seats() * (long) WELL_BOOKED_PERCENT);
  }
}
