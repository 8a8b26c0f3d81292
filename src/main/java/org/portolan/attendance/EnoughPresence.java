package org.portolan.attendance;

/**
 * How much of a session somebody has to have been there for to be given a certificate.
 *
 * @param percent of its half-days; present and late count, excused does not
 */
public record EnoughPresence(int percent) {
  private static final int ALL = 100;

  public EnoughPresence {
    percent = Math.max(1, Math.min(ALL, percent));
  }

  boolean holds(long attended, int halves) {
    return halves > 0 && attended * ALL >= (long) percent * halves;
  }
}
