package org.portolan.nomination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class NamingDaysTest {
  private static final LocalDate BY = LocalDate.of(2027, 2, 20);
  private static final NamingDays DAYS = new NamingDays(BY, ZoneId.of("Africa/Lagos"));
  private static final Instant THREE_BEFORE = Instant.parse("2027-02-17T06:00:00Z");
  private static final Instant ONE_BEFORE = Instant.parse("2027-02-19T06:00:00Z");
  private static final Instant OVER = Instant.parse("2027-02-20T23:00:00Z");

  @Test
  void theLastDayEndsWhereTheSessionIs() {
    assertThat(DAYS.over()).isEqualTo(OVER);
  }

  @Test
  void aReminderComesThreeDaysBefore() {
    assertThat(DAYS.first(Instant.parse("2027-01-01T00:00:00Z"))).isEqualTo(THREE_BEFORE);
    assertThat(DAYS.first(THREE_BEFORE.minusSeconds(24 * 3600))).isEqualTo(THREE_BEFORE);
  }

  @Test
  void whatIsHeldLaterIsRemindedOfTheDayBefore() {
    assertThat(DAYS.first(THREE_BEFORE.minusSeconds(24 * 3600 - 1))).isEqualTo(ONE_BEFORE);
    assertThat(DAYS.first(ONE_BEFORE.minusSeconds(24 * 3600))).isEqualTo(ONE_BEFORE);
  }

  @Test
  void whoHasJustReadThatSeatsAreHeldIsNotReminded() {
    assertThat(DAYS.first(ONE_BEFORE.minusSeconds(24 * 3600 - 1))).isEqualTo(OVER);
    assertThat(DAYS.first(OVER.minusSeconds(1))).isEqualTo(OVER);
  }
}
