package org.portolan.world;

/**
 * How large a generated world is.
 *
 * @param shelf its practices
 * @param openSessions how many of the sessions are large, have no applications yet and ask nobody
 * @param seatsTimes how many times the usual seats the other sessions have
 * @param calendars what its training calendar is like
 */
public record WorldSize(
    String name,
    int courses,
    int people,
    int sessions,
    int applications,
    Shelf shelf,
    int openSessions,
    int seatsTimes,
    Calendars calendars) {

  /**
   * Where and when sessions are.
   *
   * @param centres how many centres of its own the world has; none: those of the demo world
   * @param years over how many years sessions lie evenly, the last of them ahead; none: most lie
   *     within months
   * @param bookings how many resources are booked for each session
   */
  record Calendars(int centres, int years, int bookings) {
    static final Calendars USUAL = new Calendars(0, 0, 0);

    boolean ownCentres() {
      return centres > 0;
    }
  }

  /**
   * Published practices.
   *
   * @param shortest how many sentences a text has at least
   * @param below so many it never has; as many are short as are long, counted by doublings
   */
  public record Shelf(int practices, int shortest, int below) {
    static Shelf usual(int practices) {
      return new Shelf(practices, 10, 26);
    }

    int sentences(double chance) {
      return (int) (shortest * Math.pow((double) below / shortest, chance));
    }
  }

  /** Made in a second, for drills and tests. */
  public static WorldSize small() {
    return new WorldSize(
        "small", 40, 300, 240, 400, Shelf.usual(300), 6, 1, new Calendars(0, 0, 3));
  }

  /** What the figures of speed and size are measured on. */
  public static WorldSize full() {
    return new WorldSize(
        "full", 500, 5_000, 3_000, 10_000, Shelf.usual(10_000), 30, 1, Calendars.USUAL);
  }

  /** What applying is measured on; the application should not notice how large it is. */
  public static WorldSize grown() {
    return new WorldSize(
        "grown", 5_000, 200_000, 20_000, 1_000_000, Shelf.usual(1_000), 201, 3, Calendars.USUAL);
  }

  /** A tenth of that, to see what growing costs. */
  public static WorldSize tenth() {
    return new WorldSize(
        "tenth", 500, 20_000, 2_000, 100_000, Shelf.usual(1_000), 201, 3, Calendars.USUAL);
  }

  /** What the training calendar is measured on: ten years of two hundred centres. */
  public static WorldSize calendar() {
    return new WorldSize(
        "calendar",
        500,
        5_000,
        30_000,
        10_000,
        Shelf.usual(1_000),
        30,
        1,
        new Calendars(200, 10, 10));
  }

  /** A tenth of that; what is measured of one centre is as large as there. */
  public static WorldSize calendarTenth() {
    return new WorldSize(
        "calendar-tenth",
        500,
        5_000,
        3_000,
        10_000,
        Shelf.usual(1_000),
        30,
        1,
        new Calendars(20, 10, 10));
  }

  /** What the search is measured on: practices of 100 to 2,000 words, read from the database. */
  public static WorldSize library() {
    return new WorldSize(
        "library", 50, 500, 300, 400, new Shelf(100_000, 8, 160), 6, 1, Calendars.USUAL);
  }

  public static WorldSize of(String name) {
    return switch (name) {
      case "small" -> small();
      case "full" -> full();
      case "grown" -> grown();
      case "tenth" -> tenth();
      case "calendar" -> calendar();
      case "calendar-tenth" -> calendarTenth();
      case "library" -> library();
      default -> throw new IllegalArgumentException("no world is " + name);
    };
  }
}
