package org.portolan.booking;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How many people sit in a room, by how its seats are laid out. */
public record RoomSeats(Map<Layout, Integer> seats) {
  /** Nobody said. */
  public static final RoomSeats UNKNOWN = new RoomSeats(Map.of());

  private static final int MOST = 5000;

  /** How the seats of a room may be laid out. */
  public enum Layout {
    THEATRE,
    CLASSROOM,
    U_SHAPE,
    BOARDROOM,
    COMPUTERS;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public RoomSeats {
    EnumMap<Layout, Integer> copy = new EnumMap<>(Layout.class);
    copy.putAll(seats);
    seats = Collections.unmodifiableMap(copy);
  }

  /** What {@link #text} wrote. */
  static RoomSeats of(String text) {
    return new RoomSeats(
        Arrays.stream(text.split(" "))
            .filter(each -> !each.isEmpty())
            .map(each -> each.split(":"))
            .collect(
                Collectors.toMap(
                    each -> Layout.valueOf(each[0].toUpperCase(Locale.ROOT).replace('-', '_')),
                    each -> Integer.valueOf(each[1]))));
  }

  String text() {
    return seats.entrySet().stream()
        .map(each -> each.getKey().code() + ":" + each.getValue())
        .collect(Collectors.joining(" "));
  }

  boolean possible() {
    return seats.values().stream().allMatch(number -> number > 0 && number <= MOST);
  }

  /** The most that sit in it in any layout; 0 where nobody said. */
  public int most() {
    return seats.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /** Whether so many have a place; nobody doubts it where nothing is known. */
  boolean holds(int people) {
    return seats.isEmpty() || people <= most();
  }
}
