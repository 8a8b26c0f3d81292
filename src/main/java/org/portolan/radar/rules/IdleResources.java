package org.portolan.radar.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Rooms, or trainers, of a centre that nobody has for a quarter in which others of the region are
 * short of them: all that they have is taken for weeks, or a session lost what it had booked.
 */
final class IdleResources implements Rule {
  /** So many days of a quarter on which a centre has nothing left make it short. */
  static final int SHORT_DAYS = 10;

  private static final int MONTHS = 3;

  private final FindingKind kind;
  private final ResourceFact.Kind of;

  IdleResources(FindingKind kind, ResourceFact.Kind of) {
    this.kind = kind;
    this.of = of;
  }

  private record Quarter(LocalDate from, LocalDate to) {
    boolean holds(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }

    /** Whether it needs what it lost then; what lies across two needs it in both. */
    boolean meets(Planned session) {
      return !session.first().isAfter(to) && !session.last().isBefore(from);
    }
  }

  @Override
  public List<Finding> look(RegionYear year) {
    Map<String, List<ResourceFact>> byCentre =
        year.resources().stream()
            .filter(each -> each.kind() == of)
            .collect(
                Collectors.groupingBy(ResourceFact::centre, TreeMap::new, Collectors.toList()));
    List<Finding> findings = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (Quarter quarter : quarters(year)) {
      List<Planned> displaced = displaced(byCentre, year, quarter);
      Set<String> shortOf = shortOf(byCentre, displaced, quarter);
      if (shortOf.isEmpty()) {
        continue;
      }
      byCentre.forEach(
          (centre, all) -> {
            if (!told.contains(centre) && !shortOf.contains(centre)) {
              idle(centre, all, quarter, shortOf, displaced)
                  .ifPresent(
                      found -> {
                        told.add(centre);
                        findings.add(found);
                      });
            }
          });
    }
    return findings;
  }

  /** Those of the year that have not begun: what is left of one that goes on is soon nothing. */
  private static List<Quarter> quarters(RegionYear year) {
    List<Quarter> quarters = new ArrayList<>();
    LocalDate end = year.year().to();
    for (LocalDate from = year.year().from(); from.isBefore(end); from = from.plusMonths(MONTHS)) {
      if (from.isAfter(year.today())) {
        quarters.add(new Quarter(from, from.plusMonths(MONTHS).minusDays(1)));
      }
    }
    return quarters;
  }

  /** Sessions to come with days in a quarter that lost what they had booked, the soonest first. */
  private static List<Planned> displaced(
      Map<String, List<ResourceFact>> byCentre, RegionYear year, Quarter quarter) {
    Set<Long> lost =
        byCentre.values().stream()
            .flatMap(List::stream)
            .flatMap(each -> each.displaced().stream())
            .collect(Collectors.toSet());
    return year.ahead().stream()
        .filter(each -> lost.contains(each.id()) && quarter.meets(each))
        .toList();
  }

  private static Set<String> shortOf(
      Map<String, List<ResourceFact>> byCentre, List<Planned> displaced, Quarter quarter) {
    Set<String> shortOf = new TreeSet<>();
    displaced.forEach(each -> shortOf.add(each.centreCode()));
    byCentre.forEach(
        (centre, all) -> {
          long full =
              all.get(0).taken().stream()
                  .filter(quarter::holds)
                  .filter(day -> all.stream().allMatch(each -> each.taken().contains(day)))
                  .count();
          if (full >= SHORT_DAYS) {
            shortOf.add(centre);
          }
        });
    return shortOf;
  }

  /** What is unused, of a centre that does keep its bookings here. */
  private Optional<Finding> idle(
      String centre,
      List<ResourceFact> all,
      Quarter quarter,
      Set<String> shortOf,
      List<Planned> displaced) {
    List<ResourceFact> unused =
        all.stream().filter(each -> each.free(quarter.from(), quarter.to())).toList();
    if (unused.isEmpty() || all.stream().allMatch(each -> each.taken().isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.about(kind, of.name().toLowerCase(java.util.Locale.ROOT) + ":" + centre)
            .sessions(displaced)
            .centres(List.of(centre))
            .centres(shortOf)
            .days(List.of(quarter.from(), quarter.to()))
            .resources(unused)
            .figure(unused.size())
            .done());
  }
}
