package org.portolan.home.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.portolan.region.Place;

/**
 * The static map is made from the outlines in the reference content, and kept beside the other
 * images. With {@code -Dmap.write=true} the test writes it anew.
 */
class WorldOutlinesTest {
  private static final Path SOURCE = Path.of("content/reference/land.json");
  private static final Path MAP = Path.of("src/main/webapp/resources/portolan/world.svg");

  /** Smaller land shows as nothing. */
  private static final double LEAST_AREA = 6;

  private static final Pattern POINT = Pattern.compile("(-?[0-9.]+),(-?[0-9.]+)");

  private static final String SYMBOLS =
      """
      <symbol id="rtc" viewBox="-12 -12 24 24"><circle r="8"/></symbol>
      <symbol id="rocb" viewBox="-12 -12 24 24"><path d="M-7.5-7.5h15v15h-15z"/></symbol>
      <symbol id="vice-chair" viewBox="-12 -12 24 24"><path d="M0-10 2.6-3.6 9.5-3.1 4.2 1.4 5.9 8.1 0 4.4-5.9 8.1-4.2 1.4-9.5-3.1-2.6-3.6z"/></symbol>
      <symbol id="rilo" viewBox="-12 -12 24 24"><path d="M0-9 9 7H-9z"/></symbol>
      <symbol id="laboratory" viewBox="-12 -12 24 24"><path d="M-4.5-8h9L9 0 4.5 8h-9L-9 0z"/></symbol>
      <symbol id="dog-centre" viewBox="-12 -12 24 24"><path d="M0-10 9 0 0 10-9 0z"/></symbol>
      <symbol id="donor" viewBox="-12 -12 24 24"><path d="M-3-9h6v6h6v6h-6v6h-6v-6h-6v-6h6z"/></symbol>
      <symbol id="several" viewBox="-12 -12 24 24"><circle r="11"/></symbol>
      """;

  @Test
  void theMapShowsTheOutlinesOfTheReferenceContent() throws IOException {
    String made = map();
    if (Boolean.getBoolean("map.write")) {
      Files.writeString(MAP, made);
    }
    assertThat(Files.readString(MAP)).isEqualTo(made);
  }

  @Test
  void aCapitalLiesOnLandAndTheOceanDoesNot() throws IOException {
    List<List<long[]>> rings = rings();
    assertThat(within(rings, new Place(-1.29, 36.82))).isTrue();
    assertThat(within(rings, new Place(51.17, 71.45))).isTrue();
    assertThat(within(rings, new Place(0, -30))).isFalse();
    assertThat(within(rings, new Place(-40, 90))).isFalse();
  }

  private static String map() throws IOException {
    StringBuilder path = new StringBuilder();
    for (List<long[]> ring : rings()) {
      path.append('M').append(ring.get(0)[0]).append(' ').append(ring.get(0)[1]);
      String command = "l";
      for (int i = 1; i < ring.size() - 1; i++) {
        path.append(command).append(ring.get(i)[0] - ring.get(i - 1)[0]);
        long down = ring.get(i)[1] - ring.get(i - 1)[1];
        path.append(down < 0 ? "" : " ").append(down);
        command = ring.get(i + 1)[0] - ring.get(i)[0] < 0 ? "" : " ";
      }
      path.append('z');
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\""
        + MapView.WORLD.viewBox()
        + "\"><title>The land of the world, after Natural Earth (public domain)</title>\n"
        + SYMBOLS
        + "<path id=\"land\" d=\""
        + path
        + "\"/></svg>\n";
  }

  /** In units of the map; what lies west of the edge is drawn at the other side. */
  private static List<List<long[]>> rings() throws IOException {
    List<List<long[]>> rings = new ArrayList<>();
    for (List<double[]> ring : outlines()) {
      for (int round = -1; round < 2; round++) {
        List<long[]> points = points(ring, round * MapView.ROUND);
        boolean seen =
            points.stream().anyMatch(p -> p[0] > 0)
                && points.stream().anyMatch(p -> p[0] < MapView.ROUND);
        if (seen && area(points) >= LEAST_AREA) {
          rings.add(points);
        }
      }
    }
    return rings;
  }

  private static List<long[]> points(List<double[]> ring, long shift) {
    LinkedHashSet<List<Long>> points = new LinkedHashSet<>();
    List<long[]> line = new ArrayList<>();
    for (double[] point : ring) {
      long x = Math.round(MapView.UNITS_PER_DEGREE * (point[0] - MapView.WEST)) + shift;
      long y = Math.round(MapView.UNITS_PER_DEGREE * (MapView.NORTH - point[1]));
      if (points.add(List.of(x, y))) {
        line.add(new long[] {x, y});
      }
    }
    line.add(line.get(0));
    return line;
  }

  private static double area(List<long[]> ring) {
    double area = 0;
    for (int i = 0; i < ring.size() - 1; i++) {
      area += ring.get(i)[0] * ring.get(i + 1)[1] - ring.get(i + 1)[0] * ring.get(i)[1];
    }
    return Math.abs(area / 2);
  }

  /** By the even-odd rule. */
  private static boolean within(List<List<long[]>> rings, Place place) {
    double x = MapView.x(place) + 0.5;
    double y = MapView.y(place) + 0.5;
    boolean within = false;
    for (List<long[]> ring : rings) {
      for (int i = 0; i < ring.size() - 1; i++) {
        long[] a = ring.get(i);
        long[] b = ring.get(i + 1);
        if (a[1] > y != b[1] > y && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]) {
          within = !within;
        }
      }
    }
    return within;
  }

  /** The source has a polygon on each line, so that a change of it can be read. */
  private static List<List<double[]>> outlines() throws IOException {
    return Files.readAllLines(SOURCE).stream()
        .filter(line -> line.startsWith("[[["))
        .flatMap(line -> Arrays.stream(line.split("\\]\\],\\[\\[")))
        .map(WorldOutlinesTest::ring)
        .toList();
  }

  private static List<double[]> ring(String text) {
    return POINT
        .matcher(text)
        .results()
        .map(
            point ->
                new double[] {
                  Double.parseDouble(point.group(1)), Double.parseDouble(point.group(2))
                })
        .toList();
  }
}
