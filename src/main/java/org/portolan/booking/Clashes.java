package org.portolan.booking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which bookings a wanted one would meet. Bookings of the same resource meet where together they
 * are more than there is of it; what lies in it, or in what it lies, is taken with it whole.
 */
final class Clashes {
  private Clashes() {}

  /**
   * The times at which it would be too much, by the number of the other booking, in the order of
   * the times.
   *
   * @param quantity how many there are of the resource
   * @param amount how many are wanted
   * @param taken times of the resource and of all that is taken with it
   */
  static Map<Long, List<Span>> of(
      long resource, int quantity, int amount, Collection<Span> wanted, Collection<Taken> taken) {
    Map<Long, List<Span>> clashes = new LinkedHashMap<>();
    for (Span span : wanted) {
      List<Taken> meeting = taken.stream().filter(each -> each.span().meets(span)).toList();
      List<Taken> same = meeting.stream().filter(each -> each.resource() == resource).toList();
      Stream<Taken> tooMuch =
          Stream.concat(
              meeting.stream().filter(each -> each.resource() != resource),
              peak(span, same) + amount > quantity ? same.stream() : Stream.empty());
      tooMuch.forEach(
          each -> clashes.computeIfAbsent(each.booking(), b -> new ArrayList<>()).add(span));
    }
    clashes.replaceAll((booking, spans) -> spans.stream().distinct().toList());
    return clashes;
  }

  /** Bookings of a resource that are more than so many of it, at a moment at least. */
  static Set<Long> beyond(int quantity, Collection<Taken> taken) {
    Set<Long> beyond = new TreeSet<>();
    for (Taken each : taken) {
      Instant moment = each.span().from();
      List<Taken> then = taken.stream().filter(other -> other.span().holds(moment)).toList();
      if (then.stream().mapToInt(Taken::amount).sum() > quantity) {
        then.forEach(other -> beyond.add(other.booking()));
      }
    }
    return beyond;
  }

  /** How many are taken at once at most within a span. */
  private static int peak(Span within, List<Taken> taken) {
    // it is highest where one of them begins, or where the span does
    return Stream.concat(
            Stream.of(within.from()),
            taken.stream().map(each -> each.span().from()).filter(within.from()::isBefore))
        .collect(Collectors.toSet())
        .stream()
        .mapToInt(
            moment ->
                taken.stream()
                    .filter(each -> each.span().holds(moment))
                    .mapToInt(Taken::amount)
                    .sum())
        .max()
        .orElse(0);
  }
}
