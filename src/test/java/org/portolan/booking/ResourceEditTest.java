package org.portolan.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portolan.booking.RoomSeats.Layout;

/** What a centre may say of what it has, and of when nobody is to have it. */
class ResourceEditTest {
  private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

  private static ResourceEdit edit(
      ResourceKind kind, String name, Double latitude, Double longitude, List<String> languages) {
    return new ResourceEdit(
        kind,
        name,
        null,
        "",
        latitude,
        longitude,
        RoomSeats.UNKNOWN,
        languages,
        1,
        0,
        0,
        null,
        false);
  }

  private static ResourceEdit speaking(ResourceKind kind, String... languages) {
    return edit(kind, "Somebody", null, null, List.of(languages));
  }

  @Test
  void everyPartIsLookedAt() {
    assertThat(
            new ResourceEdit(
                    null,
                    " ",
                    null,
                    "x".repeat(301),
                    91.0,
                    0.0,
                    new RoomSeats(Map.of(Layout.THEATRE, 0)),
                    List.of(),
                    0,
                    -1,
                    1441,
                    null,
                    false)
                .problems()
                .keySet())
        .containsExactlyInAnyOrder(
            "kind", "name", "address", "latitude", "seats", "quantity", "setup", "clear");
    assertThat(edit(ResourceKind.ROOM, "Hall", null, null, List.of()).problems()).isEmpty();
    assertThat(edit(ResourceKind.ROOM, "Hall", -1.3, 36.8, List.of()).problems()).isEmpty();
    assertThat(edit(ResourceKind.ROOM, "Hall", -1.3, null, List.of()).problems())
        .containsOnlyKeys("latitude");
    assertThat(edit(ResourceKind.ROOM, "x".repeat(161), null, null, List.of()).problems())
        .containsOnlyKeys("name");
  }

  @Test
  void anInterpreterHasPairsAndATrainerLanguages() {
    assertThat(speaking(ResourceKind.INTERPRETER, "fr-ar", "en-fr").problems()).isEmpty();
    assertThat(speaking(ResourceKind.INTERPRETER, "fr").problems()).containsOnlyKeys("languages");
    assertThat(speaking(ResourceKind.INTERPRETER, "fr-fr").problems())
        .containsOnlyKeys("languages");
    assertThat(speaking(ResourceKind.INTERPRETER, "fr-xx").problems())
        .containsOnlyKeys("languages");
    assertThat(speaking(ResourceKind.TRAINER, "fr", "en").problems()).isEmpty();
    assertThat(speaking(ResourceKind.TRAINER, "fr-en").problems()).containsOnlyKeys("languages");
  }

  @Test
  void placesLieInLargerOnes() {
    assertThat(ResourceKind.ROOM.liesIn(ResourceKind.BUILDING)).isTrue();
    assertThat(ResourceKind.ROOM.liesIn(ResourceKind.VENUE)).isTrue();
    assertThat(ResourceKind.BUILDING.liesIn(ResourceKind.VENUE)).isTrue();
    assertThat(ResourceKind.VENUE.liesIn(ResourceKind.BUILDING)).isFalse();
    assertThat(ResourceKind.ROOM.liesIn(ResourceKind.ROOM)).isFalse();
    assertThat(ResourceKind.TRAINER.liesIn(ResourceKind.VENUE)).isFalse();
    assertThat(ResourceKind.EQUIPMENT.liesIn(ResourceKind.ROOM)).isFalse();
  }

  @Test
  void seatsOfARoomAreReadAsTheyWereWritten() {
    RoomSeats seats = new RoomSeats(Map.of(Layout.THEATRE, 60, Layout.U_SHAPE, 24));
    assertThat(RoomSeats.of(seats.text())).isEqualTo(seats);
    assertThat(seats.most()).isEqualTo(60);
    assertThat(seats.holds(60)).isTrue();
    assertThat(seats.holds(61)).isFalse();
    assertThat(RoomSeats.of("")).isEqualTo(RoomSeats.UNKNOWN);
    assertThat(RoomSeats.UNKNOWN.holds(5000)).isTrue();
  }

  @Test
  void aBlockIsWholeDaysOrTheSameHoursOfEach() {
    LocalDate day = LocalDate.of(2027, 3, 27);
    ZoneId paris = ZoneId.of("Europe/Paris");
    Block whole = new Block(day, day.plusDays(1), null, null, "Repairs");
    assertThat(whole.problems()).isEmpty();
    // the second of these days has 23 hours
    assertThat(whole.spans(paris)).hasSize(1);
    assertThat(whole.spans(paris).get(0).until())
        .isEqualTo(day.plusDays(2).atStartOfDay(paris).toInstant());
    Block night = new Block(day, day.plusDays(1), LocalTime.of(2, 0), LocalTime.of(2, 30), "x");
    assertThat(night.spans(paris)).hasSize(2);
    assertThat(
            new Block(day, day.minusDays(1), LocalTime.NOON, LocalTime.NOON, "")
                .problems()
                .keySet())
        .containsExactlyInAnyOrder("lastDay", "end", "words");
    assertThat(new Block(null, day, null, null, "x").problems()).containsOnlyKeys("firstDay");
    assertThat(new Block(day, day.plusDays(400), null, null, "x").problems())
        .containsOnlyKeys("lastDay");
  }

  @Test
  void languagesAreSaidOnceAndOnlyAsManyAsAreKept() {
    assertThat(speaking(ResourceKind.TRAINER, "fr", "en", "fr").languages())
        .containsExactly("fr", "en");
    List<String> pairs = new ArrayList<>();
    for (String from : List.of("en", "fr", "es", "ar", "ru", "pt")) {
      for (String to : List.of("en", "fr", "es", "ar", "ru", "pt")) {
        if (!from.equals(to)) {
          pairs.add(from + "-" + to);
        }
      }
    }
    assertThat(edit(ResourceKind.INTERPRETER, "Cabin", null, null, pairs.subList(0, 20)).problems())
        .isEmpty();
    assertThat(edit(ResourceKind.INTERPRETER, "Cabin", null, null, pairs).problems())
        .containsOnlyKeys("languages");
  }

  @Test
  void whatCannotBeSeenIsNotKept() {
    assertThat(edit(ResourceKind.ROOM, "Hall\u0000\n2", null, null, List.of()).name())
        .isEqualTo("Hall 2");
    assertThat(new Block(DAY, DAY, null, null, "\u202Eleaks\u0000").words()).isEqualTo("leaks");
    assertThat(new BookingWish(1, 2, 1, null, null, " \r\n").reason()).isEmpty();
  }
}
