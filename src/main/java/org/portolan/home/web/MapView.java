package org.portolan.home.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.portolan.region.Place;

/**
 * The part of the world that a map shows, in the units of {@code world.svg}: four to a degree, from
 * the Bering Strait eastwards, so that no region is cut in two.
 */
public record MapView(long left, long top, long width, long height) {
  static final int UNITS_PER_DEGREE = 4;
  static final int WEST = -169;
  static final int NORTH = 84;
  static final int SOUTH = -57;
  static final long ROUND = 360L * UNITS_PER_DEGREE;

  static final MapView WORLD = new MapView(0, 0, ROUND, (long) (NORTH - SOUTH) * UNITS_PER_DEGREE);

  /** Less than this shows too little to know where one is. */
  private static final long LEAST_WIDTH = 70L * UNITS_PER_DEGREE;

  private static final long MARGIN = 6L * UNITS_PER_DEGREE;

  /** Wider than high, as all maps of the directory. */
  private static final double SHAPE = (double) WORLD.width / WORLD.height;

  /** All of these places with something around them. */
  static MapView around(Collection<Place> places) {
    if (places.isEmpty()) {
      return WORLD;
    }
    long west = places.stream().mapToLong(MapView::x).min().orElseThrow() - MARGIN;
    long east = places.stream().mapToLong(MapView::x).max().orElseThrow() + MARGIN;
    long north = places.stream().mapToLong(MapView::y).min().orElseThrow() - MARGIN;
    long south = places.stream().mapToLong(MapView::y).max().orElseThrow() + MARGIN;
    long width = Math.max(LEAST_WIDTH, Math.max(east - west, Math.round((south - north) * SHAPE)));
    if (width >= WORLD.width) {
      return WORLD;
    }
    long height = Math.round(width / SHAPE);
    return new MapView(
        within((west + east - width) / 2, WORLD.width - width),
        within((north + south - height) / 2, WORLD.height - height),
        width,
        height);
  }

  static long x(Place place) {
    return Math.floorMod(Math.round(UNITS_PER_DEGREE * (place.longitude() - WEST)), ROUND);
  }

  static long y(Place place) {
    return Math.round(UNITS_PER_DEGREE * (NORTH - place.latitude()));
  }

  public String viewBox() {
    return left + " " + top + " " + width + " " + height;
  }

  /**
   * Bodies as marks that do not touch on a map of this width: those that would are one mark.
   *
   * @param pixels the narrowest on which the marks are shown
   */
  List<MapMark> marks(List<MapPoint> points, int pixels) {
    long size = Math.round((double) width * MapMark.TARGET / pixels);
    List<List<MapPoint>> clusters = new ArrayList<>();
    for (MapPoint point : points) {
      clusters.stream()
          .filter(cluster -> near(cluster.get(0), point, size))
          .findFirst()
          .orElseGet(() -> added(clusters))
          .add(point);
    }
    return clusters.stream().map(cluster -> MapMark.of(cluster, size)).toList();
  }

  private static List<MapPoint> added(List<List<MapPoint>> clusters) {
    List<MapPoint> cluster = new ArrayList<>();
    clusters.add(cluster);
    return cluster;
  }

  /** A mark stands where its first body does, so that none comes nearer to another than this. */
  private static boolean near(MapPoint one, MapPoint other, long size) {
    return Math.abs(one.x() - other.x()) < size && Math.abs(one.y() - other.y()) < size;
  }

  private static long within(long value, long most) {
    return Math.max(0, Math.min(value, most));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d/%d %d×%d", left, top, width, height);
  }
}
