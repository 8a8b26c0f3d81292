package org.portolan.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.booking.BookingRepository.Row;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.TrainingYear;
import org.portolan.platform.i18n.Language;
import org.portolan.region.CentreSummary;

/** How far what centres have is in use, and who has it. */
@ApplicationScoped
public class ResourceUse {
  private static final int MOST_LISTED = 500;

  /** Of all the centres of a region. */
  private static final int MOST_OF_REGION = 5000;

  private static final int MOST_AHEAD = 100;

  @Inject private ResourceRepository resources;
  @Inject private BookingRepository bookings;
  @Inject private Summaries summaries;
  @Inject private OwnResources own;
  @Inject private CalendarService calendar;
  @Inject private Clock clock;

  /** What a centre of one's own has, with how far it is in use in a year on its clocks. */
  @Transactional
  public ResourceList ofCentre(String centreCode, TrainingYear year) {
    CentreSummary centre = own.centre(centreCode);
    List<ResourceSummary> all = listed(centreCode, MOST_LISTED + 1);
    boolean more = all.size() > MOST_LISTED;
    List<ResourceSummary> listed = more ? all.subList(0, MOST_LISTED) : all;
    ZoneId zone = ZoneId.of(centre.zone());
    return new ResourceList(
        listed,
        usage(
            listed.stream().collect(Collectors.toMap(ResourceSummary::id, each -> zone)),
            new Span(
                year.from().atStartOfDay(zone).toInstant(),
                year.next().from().atStartOfDay(zone).toInstant())),
        more);
  }

  private List<ResourceSummary> listed(String centre, int most) {
    return resources.ofCentres(List.of(centre), most).stream().map(Resource::summary).toList();
  }

  /** By number of a resource the clocks on which its days are. */
  private Map<Long, Usage> usage(Map<Long, ZoneId> zones, Span within) {
    Map<Long, List<Span>> taken =
        bookings.taken(zones.keySet(), within, Checks.NO_BOOKING).stream()
            .collect(
                Collectors.groupingBy(
                    Taken::resource, Collectors.mapping(Taken::span, Collectors.toList())));
    Map<Long, Usage> usage = new HashMap<>();
    taken.forEach((id, spans) -> usage.put(id, Usage.of(spans, within, zones.get(id))));
    return usage;
  }

  /**
   * When the rooms and trainers of these centres are taken between two days, both included; for
   * features above, which show their own. What is retired is left out.
   */
  @Transactional
  public List<TakenDays> takenDays(Collection<String> centres, LocalDate from, LocalDate to) {
    Map<Long, ResourceSummary> all = new LinkedHashMap<>();
    resources.ofCentres(centres, MOST_OF_REGION).stream()
        .map(Resource::summary)
        .filter(each -> !each.retired())
        .forEach(each -> all.put(each.id(), each));
    // a day more at both ends: centres lie in all zones
    Span within =
        new Span(
            from.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
            to.plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant());
    Map<String, ZoneId> zones = new HashMap<>();
    Map<Long, Set<LocalDate>> days = new HashMap<>();
    for (Taken taken : bookings.taken(all.keySet(), within, Checks.NO_BOOKING)) {
      ZoneId zone = zones.computeIfAbsent(all.get(taken.resource()).centreCode(), own::zone);
      taken
          .span()
          .days(zone)
          .filter(day -> !day.isBefore(from) && !day.isAfter(to))
          .forEach(day -> days.computeIfAbsent(taken.resource(), any -> new HashSet<>()).add(day));
    }
    Map<Long, Set<Long>> displaced = bookings.displaced(all.keySet());
    return all.values().stream()
        .filter(each -> each.kind() == ResourceKind.ROOM || each.kind() == ResourceKind.TRAINER)
        .map(
            each ->
                new TakenDays(
                    each, withOuter(each, all, days), displaced.getOrDefault(each.id(), Set.of())))
        .toList();
  }

  /** A room is taken on the days of its own and of all in which it lies. */
  private static Set<LocalDate> withOuter(
      ResourceSummary of, Map<Long, ResourceSummary> all, Map<Long, Set<LocalDate>> days) {
    Set<LocalDate> taken = new HashSet<>();
    for (ResourceSummary at = of; at != null; at = all.get(at.partOf())) {
      taken.addAll(days.getOrDefault(at.id(), Set.of()));
    }
    return taken;
  }

  /** Sessions ahead that have more seats than a room has places in any layout. */
  @Transactional
  public List<BookingSummary> tooSmallFor(long id, Language reader) {
    ResourceSummary room = own.find(id).summary();
    if (room.kind() != ResourceKind.ROOM || room.seats().equals(RoomSeats.UNKNOWN)) {
      return List.of();
    }
    List<Row> rows =
        bookings.ahead(id, clock.instant(), MOST_AHEAD).stream()
            .filter(row -> row.session() != null)
            .toList();
    Map<Long, SessionFacts> facts = calendar.facts(rows.stream().map(Row::session).toList());
    return summaries.of(
        rows.stream().filter(row -> !room.seats().holds(facts.get(row.session()).seats())).toList(),
        reader);
  }

  /** Who has it from now on, the soonest first; at most a hundred. */
  @Transactional
  public List<BookingSummary> ahead(long id, Language reader) {
    own.find(id);
    return summaries.of(bookings.ahead(id, clock.instant(), MOST_AHEAD), reader);
  }
}
