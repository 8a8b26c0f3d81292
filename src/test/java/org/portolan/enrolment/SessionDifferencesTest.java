package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.approval.Change;
import org.portolan.approval.Difference;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionState;
import org.portolan.calendar.Slots;
import org.portolan.calendar.Timing;

class SessionDifferencesTest {
  private static final LocalDate DAY = LocalDate.parse("2027-05-03");
  private static final LocalTime NINE = LocalTime.of(9, 0);

  private static SessionFacts session(
      LocalDate first, LocalTime start, String venue, String languages, String donor, boolean on) {
    return new SessionFacts(
        5,
        "DEMO",
        1,
        "DEMO-C",
        "ESA",
        "valuation",
        first == null ? Timing.STANDING : Timing.DATED,
        first,
        first == null ? null : first.plusDays(4),
        null,
        start,
        start == null ? null : start.plusHours(8),
        "UTC",
        null,
        null,
        venue,
        "Room 3",
        20,
        languages,
        Chain.COORDINATOR,
        donor,
        on,
        SessionState.PUBLISHED,
        1,
        null);
  }

  @Test
  void whatPeopleAgreeToIsTold() {
    SessionFacts before = session(DAY, NINE, "Hall", "en", null, false);
    assertThat(
            SessionDifferences.of(
                before,
                session(DAY.plusDays(7), NINE.plusHours(1), "Port", "en fr", "DEMO-D", true)))
        .containsExactly(
            new Difference(Change.DAYS, "2027-05-03/2027-05-07", "2027-05-10/2027-05-14"),
            new Difference(Change.HOURS, "09:00/17:00", "10:00/18:00"),
            new Difference(Change.PLACE, "Hall", "Port"),
            new Difference(Change.MODE, "room", "online"),
            new Difference(Change.LANGUAGES, "en", "en fr"),
            new Difference(Change.PAYER, "", "DEMO-D"));
  }

  @Test
  void whatIsTheSameIsNot() {
    SessionFacts dated = session(DAY, NINE, "Hall", "en", "DEMO-D", false);
    assertThat(SessionDifferences.of(dated, dated)).isEmpty();
    SessionFacts standing = session(null, null, "", "en", null, true);
    assertThat(SessionDifferences.of(standing, standing)).isEmpty();
  }

  @Test
  void slotsAreTheHoursOfASession() {
    SessionFacts daily = session(DAY, NINE, "Hall", "en", null, false);
    SessionFacts before = inSlots(daily, "2027-05-03 09:00-12:00; 2027-05-07 09:00-17:00");
    assertThat(SessionDifferences.of(daily, before))
        .containsExactly(
            new Difference(
                Change.HOURS, "09:00/17:00", "2027-05-03 09:00-12:00; 2027-05-07 09:00-17:00"));
    assertThat(
            SessionDifferences.of(
                before, inSlots(daily, "2027-05-10 09:00-12:00; 2027-05-14 09:00-17:00")))
        .as("a week later, at the same hours")
        .containsExactly(
            new Difference(Change.DAYS, "2027-05-03/2027-05-07", "2027-05-10/2027-05-14"));
    assertThat(
            SessionDifferences.of(
                before, inSlots(daily, "2027-05-03 09:00-12:00; 2027-05-07 13:00-17:00")))
        .extracting(Difference::what)
        .containsExactly(Change.HOURS);
  }

  private static SessionFacts inSlots(SessionFacts session, String slots) {
    return session.inSlots(Slots.read(slots).orElseThrow());
  }
}
