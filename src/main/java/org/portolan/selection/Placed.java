package org.portolan.selection;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where somebody stood in a ranking when it was decided about them.
 *
 * @param of how many were ranked
 * @param passedOver how many who stood before were not chosen with them
 * @param share points of all that could be had, in thousandths
 * @param points by criterion, from 0 to 1,000
 */
public record Placed(int place, int of, int passedOver, int share, Map<Criterion, Integer> points) {

  /**
   * One of those whom a ranking knows.
   *
   * @param chosen who are chosen together
   */
  public static Optional<Placed> in(Ranking ranking, long number, Collection<Long> chosen) {
    return ranking
        .of(number)
        .map(
            one ->
                new Placed(
                    one.place(),
                    ranking.order().size(),
                    ranking.passedOver(number, chosen),
                    one.share(),
                    one.points()));
  }

  /** The same where they are not chosen: nobody is passed over by that. */
  public Placed left() {
    return new Placed(place, of, 0, share, points);
  }

  /** As it is kept: {@code place=7 of=25 passed=3 share=640 profile=500}. */
  public String text() {
    return "place=%d of=%d passed=%d share=%d%s"
        .formatted(
            place,
            of,
            passedOver,
            share,
            points.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> ' ' + each.getKey().code() + '=' + each.getValue())
                .collect(Collectors.joining()));
  }

  public static Placed of(String text) {
    Map<String, Integer> parts =
        Arrays.stream(text.split(" "))
            .map(part -> part.split("="))
            .collect(Collectors.toMap(part -> part[0], part -> Integer.valueOf(part[1])));
    Map<Criterion, Integer> points = new EnumMap<>(Criterion.class);
    parts.forEach(
        (name, value) -> Criterion.of(name).ifPresent(criterion -> points.put(criterion, value)));
    return new Placed(
        parts.get("place"),
        parts.get("of"),
        parts.get("passed"),
        parts.get("share"),
        Map.copyOf(points));
  }
}
