package org.portolan.catalog;

import java.time.LocalDate;

/**
 * A session as the page of its course shows it.
 *
 * @param standing whether it can be begun at any time; it has no days and no bound of seats then
 * @param firstDay null where it has no days, or none yet
 * @param applyBy last day for applications, or null
 * @param closed whether that is over
 * @param left seats not yet taken
 * @param entry what is left for one who applies now
 * @param languages codes separated by spaces
 */
public record ComingSession(
    long id,
    long courseId,
    String code,
    boolean standing,
    String centreCode,
    LocalDate firstDay,
    LocalDate lastDay,
    LocalDate applyBy,
    boolean closed,
    String venue,
    String room,
    String languages,
    boolean online,
    int seats,
    int left,
    Entry entry) {
  public boolean dated() {
    return firstDay != null;
  }

  /** Announced, with its days to come. */
  public boolean undated() {
    return !dated() && !standing;
  }
}
