package org.portolan.attendance.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.booking.BookingWish;
import org.portolan.booking.Bookings;
import org.portolan.booking.ResourceEdit;
import org.portolan.booking.ResourceKind;
import org.portolan.booking.Resources;
import org.portolan.booking.RoomSeats;
import org.portolan.calendar.CalendarService;
import org.portolan.container.MovableClock;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;

@ArquillianTest
class OnlineRoomsIT {
  private static final String LINK = "https://meet.example/planted-room";

  @Inject private OnlineRooms rooms;
  @Inject private EnrolmentService enrolment;
  @Inject private CalendarService calendar;
  @Inject private Resources resources;
  @Inject private Bookings bookings;
  @Inject private Scenario scenario;

  private long session;
  private long officer;
  private String application;

  @BeforeEach
  void begin() {
    session = scenario.session(4, Chain.NONE);
    officer = scenario.officer(Scenario.MEMBER);
    scenario.as(officer, Scenario.MEMBER);
    application = String.valueOf(enrolment.apply(session, "I need it.").id());
    scenario.asCentre();
  }

  @AfterEach
  void leave() {
    MovableClock.release();
    scenario.asNobody();
  }

  @Test
  void whoHasASeatIsToldAndNobodyWhoHasNone() {
    rooms.keep(session, 0, LINK, "Meeting 7, code 91");
    assertThat(mine()).as("the centre").contains(LINK);

    scenario.asNobody();
    assertThat(mine()).as("a visitor").isEmpty();
    assertThatThrownBy(() -> rooms.mine(Language.EN)).isInstanceOf(NotSignedIn.class);

    scenario.as(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);
    assertThat(mine()).as("an officer without a seat").isEmpty();
    assertThat(rooms.mine(Language.EN)).isEmpty();

    long waits = scenario.officer(Scenario.MEMBER);
    scenario.as(waits, Scenario.MEMBER);
    long other = enrolment.apply(session, "I need it.").id();
    for (String state : List.of("withdrawn", "refused", "queued", "offered", "declined")) {
      scenario.sql("UPDATE application SET state = '" + state + "' WHERE id = " + other);
      assertThat(mine()).as(state).isEmpty();
      assertThat(rooms.mine(Language.EN)).as(state).isEmpty();
    }

    scenario.asCoordinator(Scenario.MEMBER);
    assertThat(mine()).as("the coordinator of those who come").isEmpty();

    scenario.as(officer, Scenario.MEMBER);
    assertThat(mine()).contains(LINK);
    assertThat(rooms.mine(Language.EN))
        .singleElement()
        .satisfies(own -> assertThat(own.room().note()).isEqualTo("Meeting 7, code 91"));
    enrolment.withdraw(Long.parseLong(application));
    assertThat(mine()).as("the seat is given back").isEmpty();
    assertThat(rooms.mine(Language.EN)).isEmpty();
  }

  @Test
  void theTrainerWhoIsBookedIsTold() {
    rooms.keep(session, 0, LINK, "");
    long trainer = scenario.officer(Scenario.OTHER_MEMBER);
    long resource =
        resources.add(
            Scenario.CENTRE,
            new ResourceEdit(
                ResourceKind.TRAINER,
                "Grace",
                null,
                "",
                null,
                null,
                new RoomSeats(Map.of()),
                List.of(),
                1,
                0,
                0,
                null,
                false));
    resources.link(resource, resources.get(resource).version(), scenario.email(trainer));
    scenario.as(trainer, Scenario.OTHER_MEMBER);
    assertThat(mine()).as("not booked yet").isEmpty();
    scenario.asCentre();
    bookings.book(BookingWish.of(session, resource), Language.EN);
    long booking = bookings.ofSession(session, Language.EN).get(0).id();
    scenario.as(trainer, Scenario.OTHER_MEMBER);
    assertThat(mine()).contains(LINK);
    assertThat(rooms.mine(Language.EN)).hasSize(1);
    scenario.asCentre();
    bookings.release(session, booking);
    scenario.as(trainer, Scenario.OTHER_MEMBER);
    assertThat(mine()).as("booked no more").isEmpty();
  }

  @Test
  void onlyTheCentreSaysItAndTheTrailDoesNotTellIt() {
    assertThatThrownBy(() -> rooms.keep(session, 0, "http://meet.example", "x".repeat(301)))
        .isInstanceOfSatisfying(
            RoomProblems.class,
            e ->
                assertThat(e.fields())
                    .containsEntry("address", "https")
                    .containsEntry("note", "long"));
    rooms.keep(session, 0, LINK, "code 91");
    rooms.keep(session, 1, LINK, "code 91");
    assertThat(rooms.ofCentre(session, Language.EN).room().version()).as("said once").isEqualTo(1);
    assertThatThrownBy(() -> rooms.keep(session, 0, LINK + "2", ""))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThat(
            scenario.text(
                "SELECT GROUP_CONCAT(changes SEPARATOR ' ') FROM audit_entry WHERE kind = 'session'"
                    + " AND record_id = '"
                    + session
                    + "'"))
        .doesNotContain("meet.example", "91");
    assertThat(
            scenario.number(
                "SELECT COUNT(*) FROM audit_entry WHERE action = 'session.online-kept' AND"
                    + " record_id = ?",
                session))
        .isEqualTo(1);
    rooms.remove(session, 1);
    assertThat(mine()).isEmpty();

    scenario.as(officer, Scenario.MEMBER);
    assertThatThrownBy(() -> rooms.keep(session, 2, LINK, "")).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> rooms.remove(session, 2)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> rooms.ofCentre(session, Language.EN)).isInstanceOf(NotAllowed.class);
    scenario.asNobody();
    assertThatThrownBy(() -> rooms.ofCentre(session, Language.EN)).isInstanceOf(NotSignedIn.class);
  }

  @Test
  void whoHasASeatGetsOneLetterForEachChangeWithoutTheAddress() {
    rooms.keep(session, 0, LINK, "code 91");
    rooms.keep(session, 1, LINK, "code 91");
    assertThat(letters()).isEqualTo(1);
    rooms.keep(session, 1, LINK + "-2", "code 91");
    assertThat(letters()).isEqualTo(2);
    assertThat(
            scenario.text(
                "SELECT body_text FROM mail_letter WHERE kind = 'attendance.letter.online' AND"
                    + " person_id = "
                    + officer
                    + " LIMIT 1"))
        .contains("/my/attendance")
        .doesNotContain("meet.example");
    scenario.as(officer, Scenario.MEMBER);
    enrolment.withdraw(Long.parseLong(application));
    scenario.asCentre();
    rooms.keep(session, 2, LINK, "");
    assertThat(letters()).as("no seat, no letter").isEqualTo(2);
  }

  @Test
  void aSessionThatIsOverOrCancelledIsJoinedNoMore() {
    rooms.keep(session, 0, LINK, "");
    Instant ends = calendar.facts(List.of(session)).get(session).endsAt();
    scenario.as(officer, Scenario.MEMBER);
    MovableClock.hold(ends.plus(Duration.ofHours(11)));
    assertThat(mine()).contains(LINK);
    MovableClock.hold(ends.plus(Duration.ofHours(13)));
    assertThat(mine()).isEmpty();
    assertThat(rooms.mine(Language.EN)).isEmpty();
    MovableClock.release();
    scenario.asCentre();
    calendar.cancel(session);
    assertThat(mine()).isEmpty();
    assertThatThrownBy(() -> rooms.ofCentre(session, Language.EN)).isInstanceOf(NotFound.class);
    scenario.as(officer, Scenario.MEMBER);
    assertThat(mine()).isEmpty();
  }

  @Test
  void manyAreReadInAsManyStatementsAsOne() throws Exception {
    rooms.keep(session, 0, LINK, "");
    scenario.as(officer, Scenario.MEMBER);
    int one = Statements.of(() -> rooms.mine(Language.EN)).size();
    for (int i = 0; i < 4; i++) {
      long other = scenario.session(4, Chain.NONE);
      scenario.sql(
          "UPDATE training_session SET first_day = first_day + INTERVAL %d WEEK, last_day = last_day"
                  .formatted(i + 1)
              + " + INTERVAL %d WEEK, starts_at = starts_at + INTERVAL %d WEEK, ends_at = ends_at +"
                  .formatted(i + 1, i + 1)
              + " INTERVAL %d WEEK WHERE id = %d".formatted(i + 1, other));
      scenario.as(officer, Scenario.MEMBER);
      enrolment.apply(other, "I need it.");
      scenario.asCentre();
      rooms.keep(other, 0, LINK + i, "");
    }
    scenario.as(officer, Scenario.MEMBER);
    assertThat(rooms.mine(Language.EN)).hasSize(5);
    assertThat(Statements.of(() -> rooms.mine(Language.EN))).hasSize(one);
    scenario.asNobody();
    assertThat(Statements.of(() -> rooms.forMe(session))).as("nobody asks for visitors").isEmpty();
  }

  private Optional<String> mine() {
    return rooms.forMe(session).map(OnlineRoom::address);
  }

  private long letters() {
    return scenario.number(
        "SELECT COUNT(*) FROM mail_letter WHERE kind = 'attendance.letter.online' AND person_id ="
            + " ?",
        officer);
  }
}
