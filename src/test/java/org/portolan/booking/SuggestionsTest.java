package org.portolan.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portolan.booking.RoomSeats.Layout;

/** Where else and when else a session would find a room. */
class SuggestionsTest {
  private static final String ZONE = "Europe/Paris";
  private static final Instant NOW = Instant.parse("2027-03-01T00:00:00Z");
  private static final ResourceSummary VENUE = place(1, ResourceKind.VENUE, null, 1, "A", 0);
  private static final ResourceSummary SMALL = place(2, ResourceKind.ROOM, 1L, 1, "A", 20);
  private static final ResourceSummary WANTED = place(3, ResourceKind.ROOM, 1L, 1, "A", 30);
  private static final ResourceSummary LARGE = place(4, ResourceKind.ROOM, null, 4, "A", 60);
  private static final ResourceSummary SHARED = place(5, ResourceKind.ROOM, null, 5, "B", 40);

  private final List<Taken> taken = new ArrayList<>();
  private final List<Span> wanted = List.of(day("2027-03-25"), day("2027-03-26"));

  private static ResourceSummary place(
      long id, ResourceKind kind, Long in, long root, String centre, int seats) {
    return new ResourceSummary(
        id,
        centre,
        "R",
        kind,
        "Place " + id,
        in,
        root,
        "",
        null,
        null,
        seats == 0 ? RoomSeats.UNKNOWN : new RoomSeats(Map.of(Layout.THEATRE, seats)),
        List.of(),
        1,
        0,
        0,
        null,
        centre.equals("B"),
        false,
        1);
  }

  private static Span day(String day) {
    ZoneId zone = ZoneId.of(ZONE);
    return new Span(
        LocalDateTime.parse(day + "T09:00").atZone(zone).toInstant(),
        LocalDateTime.parse(day + "T17:00").atZone(zone).toInstant());
  }

  private Suggestions suggested() {
    List<ResourceSummary> rooms = List.of(SMALL, WANTED, LARGE, SHARED);
    List<ResourceSummary> all = new ArrayList<>(rooms);
    all.add(VENUE);
    return Suggestions.of(WANTED, 1, wanted, ZONE, NOW, rooms, all, taken);
  }

  private void take(ResourceSummary room, String day) {
    taken.add(new Taken(taken.size() + 100, room.id(), 1, day(day)));
  }

  @Test
  void theNearestComeFirst() {
    take(WANTED, "2027-03-26");
    assertThat(suggested().free()).containsExactly(SMALL, LARGE, SHARED);
  }

  @Test
  void whatIsTakenOnOneDayIsNotSuggested() {
    take(LARGE, "2027-03-25");
    take(SHARED, "2027-03-24");
    assertThat(suggested().free()).containsExactly(SMALL, SHARED);
  }

  @Test
  void aVenueThatIsTakenTakesItsRoomsWithIt() {
    take(VENUE, "2027-03-25");
    assertThat(suggested().free()).containsExactly(LARGE, SHARED);
  }

  @Test
  void weeksAreThoseOfTheClocksThere() {
    // Paris goes to summer time on 28 March: a week later the same hours are others in UTC
    taken.add(
        new Taken(
            9,
            WANTED.id(),
            1,
            new Span(
                Instant.parse("2027-04-01T15:00:00Z"), Instant.parse("2027-04-01T16:00:00Z"))));
    take(WANTED, "2027-03-18");
    assertThat(suggested().weeks()).containsExactly(1, 2, -2);
  }

  @Test
  void nothingIsSuggestedThatHasPassed() {
    for (int week = 1; week <= Suggestions.MOST_WEEKS; week++) {
      for (Span day : wanted) {
        taken.add(
            new Taken(
                week * 10L,
                WANTED.id(),
                1,
                new Span(
                    day.from().atZone(ZoneId.of(ZONE)).plusWeeks(week).toInstant(),
                    day.until().atZone(ZoneId.of(ZONE)).plusWeeks(week).toInstant())));
      }
    }
    assertThat(suggested().weeks()).containsExactly(-1, -2, -3);
  }
}
