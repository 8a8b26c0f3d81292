package org.portolan.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.portolan.booking.BookingRepository.Row;
import org.portolan.calendar.RoomsBooked;
import org.portolan.calendar.TightRoom;

/** Tells the calendar where a session has more seats than the rooms that it holds have places. */
@ApplicationScoped
class RoomsOfSessions implements RoomsBooked {
  @Inject private ResourceRepository resources;
  @Inject private BookingRepository bookings;
  @Inject private Checks checks;

  @Override
  @Transactional
  public Optional<TightRoom> tooSmall(long sessionId, int people) {
    List<ResourceSummary> rooms =
        resources
            .list(
                bookings.ofSessions(List.of(sessionId)).stream()
                    .filter(Row::held)
                    .map(Row::resource)
                    .toList())
            .stream()
            .map(Resource::summary)
            .filter(each -> each.kind() == ResourceKind.ROOM)
            .toList();
    return rooms.stream().anyMatch(each -> each.seats().holds(people))
        ? Optional.empty()
        : rooms.stream()
            .max(Comparator.comparingInt(each -> each.seats().most()))
            .map(
                each ->
                    new TightRoom(
                        each.name(),
                        each.seats().most(),
                        checks.level(each) == ConflictLevel.BLOCK));
  }
}
