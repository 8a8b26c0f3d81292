package org.portolan.catalog;

/** What somebody who applies for a session now would find there. */
public enum Entry {
  /** A seat that nobody has, be it one beyond the seats of the session. */
  SEAT,
  /** No seat, but a place on the waiting list. */
  LIST,
  NONE;

  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  public boolean seat() {
    return this == SEAT;
  }

  public boolean list() {
    return this == LIST;
  }

  public boolean none() {
    return this == NONE;
  }
}
