package org.portolan.calendar;

import java.util.Set;

/**
 * A row of the timeline.
 *
 * @param name in the language of the reader
 * @param address of a page about it, or null
 * @param sessions ids of those that belong to it; one may belong to several rows
 */
public record TimelineRow(String name, String address, Set<Long> sessions) {
  public TimelineRow {
    sessions = Set.copyOf(sessions);
  }
}
