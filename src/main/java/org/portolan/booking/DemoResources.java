package org.portolan.booking;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portolan.booking.BookingRepository.Entry;
import org.portolan.booking.RoomSeats.Layout;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionState;
import org.portolan.platform.config.Installation;
import org.portolan.platform.persistence.SchemaReady;
import org.portolan.platform.storage.ContentLibrary;
import org.portolan.region.Directory;

/**
 * What the centres of the demo world have, laid down once. Their sessions have booked the room that
 * they name, where no earlier one has it.
 */
@ApplicationScoped
class DemoResources {
  @PersistenceContext private EntityManager entities;
  @Inject private ResourceRepository resources;
  @Inject private BookingRepository bookings;
  @Inject private CalendarService calendar;
  @Inject private ContentLibrary content;
  @Inject private Directory directory;
  @Inject private Installation installation;
  @Inject private Clock clock;

  @Transactional
  void load(@Observes @Priority(430) SchemaReady ready) {
    if (!installation.demo() || any()) {
      return;
    }
    Map<String, Resource> rooms = new HashMap<>();
    for (NamedCsvRecord row : content.rows("sample/resources.csv")) {
      String centre = row.getField("centre");
      Resource resource = new Resource(directory.findCentre(centre).orElseThrow());
      Resource within = rooms.get(centre + " " + row.getField("within"));
      resource.take(edit(row, within), within);
      resources.add(resource);
      rooms.put(centre + " " + row.getField("name"), resource);
    }
    book(rooms);
  }

  private static ResourceEdit edit(NamedCsvRecord row, Resource within) {
    return new ResourceEdit(
        ResourceKind.of(row.getField("kind")).orElseThrow(),
        row.getField("name"),
        within == null ? null : within.id(),
        "",
        null,
        null,
        row.getField("seats").isEmpty()
            ? RoomSeats.UNKNOWN
            : new RoomSeats(Map.of(Layout.CLASSROOM, Integer.valueOf(row.getField("seats")))),
        row.getField("languages").isEmpty()
            ? List.of()
            : List.of(row.getField("languages").split(" ")),
        Integer.valueOf(row.getField("quantity")),
        Integer.valueOf(row.getField("setup")),
        0,
        null,
        Boolean.parseBoolean(row.getField("shared")));
  }

  private void book(Map<String, Resource> rooms) {
    Map<Long, List<Taken>> taken = new HashMap<>();
    for (SessionFacts session : calendar.facts(sessions()).values()) {
      Resource room = rooms.get(session.centreCode() + " " + session.room());
      List<Span> spans = SessionSpans.of(session, 0, 0);
      if (room == null || spans.isEmpty() || session.state() == SessionState.CANCELLED) {
        continue;
      }
      Collection<Taken> there = taken.getOrDefault(room.id(), List.of());
      if (Clashes.of(room.id(), 1, 1, spans, there).isEmpty()) {
        long booking =
            bookings.add(
                new Entry(room.id(), session.id(), "", 1, 0, 0, "", null, clock.instant()));
        bookings.keepTimes(booking, room.id(), 1, spans);
        taken
            .computeIfAbsent(room.id(), id -> new ArrayList<>())
            .addAll(spans.stream().map(span -> new Taken(booking, room.id(), 1, span)).toList());
      }
    }
  }

  private List<Long> sessions() {
    List<?> ids =
        entities
            .createNativeQuery("SELECT id FROM training_session WHERE code LIKE 'DEMO-S-%'")
            .getResultList();
    return ids.stream().map(id -> ((Number) id).longValue()).toList();
  }

  private boolean any() {
    return !entities.createNativeQuery("SELECT 1 FROM resource LIMIT 1").getResultList().isEmpty();
  }
}
