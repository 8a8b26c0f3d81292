package org.portolan.home.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.portolan.region.Place;

class MapViewTest {
  @Test
  void aMarkNeverComesNearerToAnotherThanAFingerNeeds() {
    Random random = new Random(5);
    List<MapPoint> points =
        IntStream.range(0, 400)
            .mapToObj(
                i ->
                    new MapPoint(
                        "B" + i, "rtc", "B" + i, random.nextInt(1440), random.nextInt(560)))
            .toList();
    for (int pixels : new int[] {280, 704, 1120}) {
      List<MapMark> marks = MapView.WORLD.marks(points, pixels);
      double scale = pixels / 1440.0;
      assertThat(marks.stream().mapToInt(MapMark::count).sum()).isEqualTo(points.size());
      for (MapMark one : marks) {
        for (MapMark other : marks) {
          assertThat(
                  one == other
                      || Math.max(Math.abs(one.x() - other.x()), Math.abs(one.y() - other.y()))
                              * scale
                          >= 24)
              .isTrue();
        }
      }
    }
  }

  @Test
  void aMapAroundPlacesHoldsThemAllEvenOverTheDateLine() {
    List<Place> pacific = List.of(new Place(-18.1, 178.4), new Place(-13.8, -171.8));
    MapView view = MapView.around(pacific);
    assertThat(view.width()).isLessThan(MapView.WORLD.width());
    for (Place place : pacific) {
      assertThat(MapView.x(place)).isBetween(view.left(), view.left() + view.width());
      assertThat(MapView.y(place)).isBetween(view.top(), view.top() + view.height());
    }
  }

  @Test
  void withoutAPlaceTheMapIsTheWorld() {
    assertThat(MapView.around(List.of())).isEqualTo(MapView.WORLD);
  }

  @Test
  void aMarkOfManyNamesSomeAndCountsTheRest() {
    List<MapPoint> points =
        IntStream.range(0, 9).mapToObj(i -> new MapPoint("B" + i, "rtc", "N" + i, 5, 5)).toList();
    assertThat(MapView.WORLD.marks(points, 280))
        .singleElement()
        .satisfies(
            mark -> {
              assertThat(mark.count()).isEqualTo(9);
              assertThat(mark.symbol()).isEqualTo("several");
              assertThat(mark.names()).contains("N0", "N5", "+3").doesNotContain("N6");
            });
  }
}
