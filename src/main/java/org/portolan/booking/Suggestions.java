package org.portolan.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where else, or when else, a session would find what it wants.
 *
 * @param free others of the same kind that are free on all its days, the nearest first: those that
 *     lie together with the one that was wanted, then the own, then the smallest that is enough
 * @param weeks by how many weeks it would have to be later, or earlier where negative, so that the
 *     one that was wanted is free; the nearest first
 */
public record Suggestions(List<ResourceSummary> free, List<Integer> weeks) {
  static final Suggestions NONE = new Suggestions(List.of(), List.of());
  static final int MOST_WEEKS = 12;
  private static final int MOST_FREE = 5;
  private static final int MOST_SHOWN_WEEKS = 3;

  /** All the time that is looked through for a span. */
  static Span around(Collection<Span> wanted) {
    Span span = Checks.around(wanted);
    // a day more: clocks may change in between
    Duration far = Duration.ofDays(7L * MOST_WEEKS + 1);
    return new Span(span.from().minus(far), span.until().plus(far));
  }

  /**
   * @param zone in which weeks are counted
   * @param now before which nothing is suggested
   * @param others of the same kind that might do, the wanted one among them
   * @param all these with all that lies together with them
   * @param taken times of all of these
   */
  static Suggestions of(
      ResourceSummary of,
      int amount,
      List<Span> wanted,
      String zone,
      Instant now,
      List<ResourceSummary> others,
      List<ResourceSummary> all,
      List<Taken> taken) {
    List<ResourceSummary> free =
        others.stream()
            .filter(each -> each.id() != of.id() && each.quantity() >= amount)
            .filter(
                each -> of.languages().isEmpty() || each.languages().containsAll(of.languages()))
            .filter(each -> free(each, amount, wanted, all, taken))
            .sorted(
                Comparator.comparing((ResourceSummary each) -> each.root() != of.root())
                    .thenComparing(each -> !each.centreCode().equals(of.centreCode()))
                    .thenComparing(each -> each.seats().most())
                    .thenComparing(ResourceSummary::name)
                    .thenComparing(ResourceSummary::id))
            .limit(MOST_FREE)
            .toList();
    List<Integer> weeks =
        IntStream.rangeClosed(1, MOST_WEEKS)
            .boxed()
            .flatMap(week -> IntStream.of(week, -week).boxed())
            .filter(
                week -> {
                  List<Span> moved = moved(wanted, week, ZoneId.of(zone));
                  return moved.stream().allMatch(span -> span.from().isAfter(now))
                      && free(of, amount, moved, all, taken);
                })
            .limit(MOST_SHOWN_WEEKS)
            .toList();
    return new Suggestions(free, weeks);
  }

  private static boolean free(
      ResourceSummary of,
      int amount,
      List<Span> wanted,
      List<ResourceSummary> all,
      List<Taken> taken) {
    Set<Long> together =
        Checks.together(of.id(), all.stream().filter(each -> each.root() == of.root()).toList());
    return Clashes.of(
            of.id(),
            of.quantity(),
            amount,
            wanted,
            taken.stream().filter(each -> together.contains(each.resource())).toList())
        .isEmpty();
  }

  /** At the same hours of the same days of the week. */
  private static List<Span> moved(List<Span> spans, int weeks, ZoneId zone) {
    return spans.stream()
        .map(
            span -> {
              Instant from = span.from().atZone(zone).plusWeeks(weeks).toInstant();
              return new Span(from, from.plus(Duration.between(span.from(), span.until())));
            })
        .toList();
  }
}
