package org.portolan.seat;

import java.time.Instant;

/**
 * How an application stands in the book of its session.
 *
 * @param state null before it was handed in
 * @param place on the waiting list: the lower the nearer; 0 where it is on none
 * @param until when an offered seat has to be taken, else null
 */
public record Standing(ApplicationState state, Groups groups, long place, Instant until) {
  public static final Standing NEW = new Standing(null, Groups.NONE, 0, null);

  Standing waiting(Groups now) {
    return new Standing(ApplicationState.WAITING, now, 0, null);
  }

  Standing queued(long at) {
    return new Standing(ApplicationState.QUEUED, groups, at, null);
  }

  Standing offered(Instant end) {
    return new Standing(ApplicationState.OFFERED, groups, 0, end);
  }

  Standing entered(ApplicationState next) {
    return new Standing(next, groups, 0, null);
  }

  boolean is(ApplicationState wanted) {
    return state == wanted;
  }

  boolean alive() {
    return state != null && state.alive();
  }

  boolean occupies() {
    return state != null && state.occupies();
  }
}
