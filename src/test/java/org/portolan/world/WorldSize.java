package org.portolan.world;

/**
 * How large a generated world is.
 *
 * @param openSessions how many of the sessions are large, have no applications yet and ask nobody
 * @param seatsTimes how many times the usual seats the other sessions have
 */
public record WorldSize(
    String name,
    int courses,
    int people,
    int sessions,
    int applications,
    int practices,
    int openSessions,
    int seatsTimes) {

  /** Made in a second, for drills and tests. */
  public static WorldSize small() {
    return new WorldSize("small", 40, 300, 240, 400, 300, 6, 1);
  }

  /** What the figures of speed and size are measured on. */
  public static WorldSize full() {
    return new WorldSize("full", 500, 5_000, 3_000, 10_000, 10_000, 30, 1);
  }

  /** What applying is measured on; the application should not notice how large it is. */
  public static WorldSize grown() {
    return new WorldSize("grown", 5_000, 200_000, 20_000, 1_000_000, 1_000, 201, 3);
  }

  /** A tenth of that, to see what growing costs. */
  public static WorldSize tenth() {
    return new WorldSize("tenth", 500, 20_000, 2_000, 100_000, 1_000, 201, 3);
  }

  public static WorldSize of(String name) {
    return switch (name) {
      case "small" -> small();
      case "full" -> full();
      case "grown" -> grown();
      case "tenth" -> tenth();
      default -> throw new IllegalArgumentException("no world is " + name);
    };
  }
}
