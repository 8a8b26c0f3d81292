package org.portolan.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portolan.booking.BookingRepository.Row;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.Place;

/**
 * Tells the calendar where sessions are held: in the rooms that they have booked, whatever their
 * plans say. It keeps that with them, so that whoever reads a calendar asks for nothing more.
 */
@ApplicationScoped
class Places {
  private static final int MOST_ROOMS = 3;
  private static final String COMMA = ", ";

  @Inject private ResourceRepository resources;
  @Inject private BookingRepository bookings;
  @Inject private CalendarService calendar;

  /** After something of their bookings changed; whoever calls holds the sessions. */
  @Transactional(Transactional.TxType.MANDATORY)
  void follow(Collection<Long> sessions) {
    Map<Long, List<Row>> rows =
        bookings.ofSessions(sessions).stream()
            .filter(Row::held)
            .collect(Collectors.groupingBy(Row::session));
    Map<Long, ResourceSummary> all =
        summaries(
            resources.list(
                rows.values().stream().flatMap(List::stream).map(Row::resource).toList()));
    all.putAll(
        summaries(
            resources.trees(all.values().stream().map(ResourceSummary::root).distinct().toList())));
    Map<Long, Place> places = new HashMap<>();
    for (long session : sessions) {
      places.put(
          session,
          of(
              rows.getOrDefault(session, List.of()).stream()
                  .map(row -> all.get(row.resource()))
                  .toList(),
              all));
    }
    calendar.placed(places);
  }

  private static Map<Long, ResourceSummary> summaries(List<Resource> of) {
    return of.stream()
        .map(Resource::summary)
        .collect(Collectors.toMap(ResourceSummary::id, Function.identity(), (a, b) -> a));
  }

  /**
   * The rooms, else the building, else the venue; what lies elsewhere than the first is no place of
   * its own.
   *
   * @param all with that in which they lie, by number
   */
  static Place of(List<ResourceSummary> booked, Map<Long, ResourceSummary> all) {
    return Stream.of(ResourceKind.ROOM, ResourceKind.BUILDING, ResourceKind.VENUE)
        .map(kind -> booked.stream().filter(each -> each.kind() == kind).toList())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .map(found -> place(found, all))
        .orElse(Place.NOWHERE);
  }

  private static Place place(List<ResourceSummary> found, Map<Long, ResourceSummary> all) {
    ResourceSummary first = found.get(0);
    String venue = "";
    String building = "";
    for (ResourceSummary at = first; at != null; at = all.get(at.partOf())) {
      if (at.kind() == ResourceKind.VENUE) {
        venue = at.name();
      } else if (at.kind() == ResourceKind.BUILDING) {
        building = at.name();
      }
    }
    String rooms =
        found.stream()
            .filter(each -> each.kind() == ResourceKind.ROOM && each.root() == first.root())
            .limit(MOST_ROOMS)
            .map(ResourceSummary::name)
            .collect(Collectors.joining(COMMA));
    return new Place(
        venue, building.isEmpty() || rooms.isEmpty() ? building + rooms : building + COMMA + rooms);
  }
}
