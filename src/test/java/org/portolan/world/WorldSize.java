package org.portolan.world;

/**
 * How large a generated world is.
 *
 * @param openSessions how many of the sessions are large, have no applications yet and ask nobody
 */
public record WorldSize(
    String name,
    int courses,
    int people,
    int sessions,
    int applications,
    int practices,
    int openSessions) {

  /** Made in a second, for drills and tests. */
  public static WorldSize small() {
    return new WorldSize("small", 40, 300, 240, 400, 300, 6);
  }

  /** What the figures of speed and size are measured on. */
  public static WorldSize full() {
    return new WorldSize("full", 500, 5_000, 3_000, 10_000, 10_000, 30);
  }

  public static WorldSize of(String name) {
    return switch (name) {
      case "small" -> small();
      case "full" -> full();
      default -> throw new IllegalArgumentException("no world is " + name);
    };
  }
}
