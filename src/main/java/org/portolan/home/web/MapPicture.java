package org.portolan.home.web;

import java.util.Arrays;
import java.util.List;
import org.portolan.region.BodyKind;
import org.portolan.region.BodySummary;

/**
 * A map with its marks, laid out for three widths: the wider it is, the more marks have room. The
 * style sheet shows one of the three.
 *
 * @param kinds codes of the kinds that it shows, for the legend
 * @param bodies how many it shows
 */
public record MapPicture(MapView view, List<Layer> layers, List<String> kinds, int bodies) {

  /** The marks of one width; its name is a class of the style sheet. */
  public record Layer(String name, List<MapMark> marks) {}

  static MapPicture of(MapView view, List<MapPoint> points) {
    return new MapPicture(
        view,
        // the least width in pixels at which the style sheet shows each
        List.of(
            new Layer("narrow", view.marks(points, 280)),
            new Layer("wide", view.marks(points, 704)),
            new Layer("full", view.marks(points, 1120))),
        Arrays.stream(BodyKind.values())
            .map(BodyKind::code)
            .filter(kind -> points.stream().anyMatch(point -> point.kind().equals(kind)))
            .toList(),
        points.size());
  }

  /** As near as the bodies allow. */
  static MapPicture near(List<BodySummary> bodies, List<MapPoint> points) {
    return of(
        MapView.around(
            bodies.stream().map(BodySummary::place).filter(place -> place != null).toList()),
        points);
  }

  /** Whether some mark stands for several bodies. */
  public boolean clustered() {
    return layers.stream().flatMap(layer -> layer.marks().stream()).anyMatch(MapMark::several);
  }
}
