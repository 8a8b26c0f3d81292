package org.portolan.booking;

/** On how many days a resource is taken, and for how many minutes in all. */
public record Usage(int days, long minutes) {
  static final Usage NONE = new Usage(0, 0);

  public long hours() {
    return Math.round(minutes / 60.0);
  }
}
