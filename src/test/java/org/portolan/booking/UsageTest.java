package org.portolan.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On how many days something is in use, as the people of its centre count them. */
class UsageTest {
  private static final Span YEAR = span("2026-07-01T00:00:00Z", "2027-07-01T00:00:00Z");
  private static final ZoneId NOUMEA = ZoneId.of("Pacific/Noumea");
  private static final ZoneId UTC = ZoneId.of("UTC");

  private static Span span(String from, String until) {
    return new Span(Instant.parse(from), Instant.parse(until));
  }

  @Test
  void aStretchOfManyDaysCountsForEachOfThem() {
    assertThat(Usage.of(List.of(span("2027-03-01T00:00:00Z", "2027-03-08T00:00:00Z")), YEAR, UTC))
        .isEqualTo(new Usage(7, 7 * 24 * 60));
  }

  @Test
  void daysAreThoseOfTheCentre() {
    // eight and three on the same day, eleven hours ahead
    assertThat(
            Usage.of(
                List.of(
                    span("2027-03-01T21:00:00Z", "2027-03-01T23:00:00Z"),
                    span("2027-03-02T04:00:00Z", "2027-03-02T06:00:00Z")),
                YEAR,
                NOUMEA))
        .isEqualTo(new Usage(1, 240));
  }

  @Test
  void whatReachesOutOfTheYearCountsWithinIt() {
    assertThat(Usage.of(List.of(span("2027-06-29T00:00:00Z", "2027-07-10T00:00:00Z")), YEAR, UTC))
        .isEqualTo(new Usage(2, 2 * 24 * 60));
    assertThat(Usage.of(List.of(span("2027-07-01T00:00:00Z", "2027-07-10T00:00:00Z")), YEAR, UTC))
        .isEqualTo(Usage.NONE);
  }
}
