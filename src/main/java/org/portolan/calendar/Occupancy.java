package org.portolan.calendar;

import org.portolan.catalog.Entry;

/**
 * How far the seats of a session are in use.
 *
 * @param taken seats that people hold now
 * @param queued how many wait for one
 * @param entry what is left for one more
 */
public record Occupancy(int taken, int queued, Entry entry) {
  /** Nobody has applied. */
  public static final Occupancy NOBODY = new Occupancy(0, 0, Entry.SEAT);
}
