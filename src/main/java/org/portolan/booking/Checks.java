package org.portolan.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portolan.platform.i18n.Language;

/**
 * Looks whether others have a resource. Whoever then books it holds its root first, else it says no
 * more than how things stand.
 */
@ApplicationScoped
class Checks {
  static final long NO_BOOKING = 0;

  @Inject private ResourceRepository resources;
  @Inject private BookingRepository bookings;
  @Inject private Summaries summaries;

  /** What is taken with a resource: itself, that in which it lies, and what lies in it. */
  static Set<Long> together(long resource, Collection<ResourceSummary> tree) {
    Map<Long, Long> outer = new HashMap<>();
    tree.forEach(each -> outer.put(each.id(), each.partOf()));
    Set<Long> together = new HashSet<>();
    for (ResourceSummary each : tree) {
      if (lies(each.id(), resource, outer) || lies(resource, each.id(), outer)) {
        together.add(each.id());
      }
    }
    return together;
  }

  private static boolean lies(long inner, long within, Map<Long, Long> outer) {
    Long at = inner;
    while (at != null && at != within) {
      at = outer.get(at);
    }
    return at != null;
  }

  /** From when until when all of these are; of none there is no such span. */
  static Span around(Collection<Span> spans) {
    return new Span(
        spans.stream().map(Span::from).min(Comparator.naturalOrder()).orElseThrow(),
        spans.stream().map(Span::until).max(Comparator.naturalOrder()).orElseThrow());
  }

  /**
   * What would meet it, strictest first.
   *
   * @param except number of the booking that is changed, or {@link #NO_BOOKING}
   */
  @Transactional(Transactional.TxType.MANDATORY)
  List<Conflict> conflicts(
      ResourceSummary of, int amount, Collection<Span> wanted, long except, Language reader) {
    if (wanted.isEmpty()) {
      return List.of();
    }
    Map<Long, ResourceSummary> tree =
        resources.trees(List.of(of.root())).stream()
            .map(Resource::summary)
            .collect(Collectors.toMap(ResourceSummary::id, Function.identity()));
    List<Taken> taken = bookings.taken(together(of.id(), tree.values()), around(wanted), except);
    Map<Long, List<Span>> clashes = Clashes.of(of.id(), of.quantity(), amount, wanted, taken);
    if (clashes.isEmpty()) {
      return List.of();
    }
    Levels levels = levels(tree.values());
    return summaries.of(bookings.list(clashes.keySet()), reader).stream()
        .map(
            other ->
                new Conflict(
                    levels.of(of).or(levels.of(tree.get(other.resourceId()))),
                    tree.get(other.resourceId()).name(),
                    other,
                    clashes.get(other.id())))
        .filter(conflict -> conflict.level() != ConflictLevel.IGNORE)
        .sorted(
            Comparator.comparing(Conflict::level)
                .reversed()
                .thenComparing(conflict -> conflict.spans().get(0).from())
                .thenComparing(conflict -> conflict.other().id()))
        .toList();
  }

  /** What it means where another meets it. */
  @Transactional(Transactional.TxType.MANDATORY)
  ConflictLevel level(ResourceSummary of) {
    return levels(List.of(of)).of(of);
  }

  private Levels levels(Collection<ResourceSummary> of) {
    return new Levels(
        resources.levels(of.stream().map(ResourceSummary::centreCode).collect(Collectors.toSet())));
  }

  /** At which level each resource is: its own, else that of its centre, else that of the house. */
  private record Levels(Map<String, Map<ResourceKind, ConflictLevel>> said) {
    ConflictLevel of(ResourceSummary resource) {
      return resource.level() != null
          ? resource.level()
          : said.getOrDefault(resource.centreCode(), Map.of())
              .getOrDefault(resource.kind(), resource.kind().usual());
    }
  }
}
