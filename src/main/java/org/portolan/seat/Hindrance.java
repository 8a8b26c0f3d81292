package org.portolan.seat;

/**
 * What stands between an applicant and a seat.
 *
 * @param group whose quota is used up, or for whom seats are held; null where all seats are gone
 * @param number seats of the session, of the quota, or that are held
 */
public record Hindrance(Kind kind, Group group, int number) {
  /** Which rule it is. */
  public enum Kind {
    FULL,
    QUOTA,
    HELD
  }
}
