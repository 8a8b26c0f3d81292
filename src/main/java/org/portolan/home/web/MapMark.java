package org.portolan.home.web;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One mark on a map, for one body or for several that stand too near to each other to have their
 * own. It leads to the entry of its first body in the list beside the map.
 *
 * @param symbol in {@code world.svg}
 * @param count how many bodies it stands for
 * @param names of these bodies
 * @param size across, in units of the map
 */
public record MapMark(
    String code, String symbol, int count, String names, long x, long y, long size) {
  /** Pixels that a finger needs. */
  static final int TARGET = 26;

  private static final int NAMED = 6;

  static MapMark of(List<MapPoint> points, long size) {
    MapPoint first = points.get(0);
    String names =
        points.stream().limit(NAMED).map(MapPoint::name).collect(Collectors.joining(" · "));
    return new MapMark(
        first.code(),
        points.size() == 1 ? first.kind() : "several",
        points.size(),
        points.size() > NAMED ? names + " · +" + (points.size() - NAMED) : names,
        first.x(),
        first.y(),
        size);
  }

  public long left() {
    return x - size / 2;
  }

  public long top() {
    return y - size / 2;
  }

  public boolean several() {
    return count > 1;
  }
}
