package org.portolan.calendar;

import java.util.List;

/**
 * Drafts of one centre went between it and its Regional Office: handed in, checked or sent back.
 *
 * @param note what the Regional Office wrote, or empty
 */
public record SessionsMoved(String centreCode, List<Long> sessionIds, Stage to, String note) {
  public SessionsMoved {
    sessionIds = List.copyOf(sessionIds);
  }
}
