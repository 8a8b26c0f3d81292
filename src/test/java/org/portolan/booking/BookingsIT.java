package org.portolan.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.booking.RoomSeats.Layout;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.InvalidPlan;
import org.portolan.calendar.SessionDrafts;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionFilter;
import org.portolan.calendar.SessionPlan;
import org.portolan.calendar.SessionRooms;
import org.portolan.calendar.SessionWorkflow;
import org.portolan.calendar.Slots;
import org.portolan.calendar.TightRoom;
import org.portolan.calendar.TrainingYear;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Grant;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.security.SignedInAs;
import org.portolan.platform.web.NotFound;

/** A centre books rooms for its sessions, and no two have what only one can have. */
@ArquillianTest
class BookingsIT {
  private static final boolean DRILL = Boolean.getBoolean("portolan.drill");
  private static final int CLIENTS = 32;
  private static final int DEEDS = DRILL ? 200 : 15;

  @Inject private Bookings bookings;
  @Inject private BookingRepository rows;
  @Inject private UserTransaction transaction;
  @Inject private Resources resources;
  @Inject private ResourceBlocks blocks;
  @Inject private ResourceUse use;
  @Inject private CalendarService calendar;
  @Inject private SessionRooms sessionRooms;
  @Inject private SessionDrafts drafts;
  @Inject private RoomRows rooms;
  @Inject private SessionWorkflow workflow;
  @Inject private Scenario scenario;
  @Inject private CurrentPerson me;
  @Inject private Instance<RequestContextController> requests;
  @jakarta.annotation.Resource private ManagedThreadFactory threads;

  private final LocalDate monday = LocalDate.of(2031, 3, 24);
  private long venue;
  private long hall;
  private long room;

  @BeforeEach
  void furnish() {
    scenario.asCentre();
    venue = add(ResourceKind.VENUE, "Academy", null, 0, ConflictLevel.BLOCK);
    hall = add(ResourceKind.ROOM, "Hall", venue, 40, null);
    room = add(ResourceKind.ROOM, "Room 2", venue, 12, null);
  }

  /** So many drafts would fill the desk of the centre, and the radar of its region. */
  @AfterEach
  void layAside() {
    scenario.sql(
        "UPDATE training_session SET first_day = '2001-01-01', last_day = '2001-01-02',"
            + " starts_at = '2001-01-01 09:00:00', ends_at = '2001-01-02 17:00:00', slots = NULL"
            + " WHERE venue = 'Academy'");
    scenario.asNobody();
  }

  private long add(ResourceKind kind, String name, Long in, int seats, ConflictLevel level) {
    return add(kind, name, in, seats, 1, level, false);
  }

  private long add(
      ResourceKind kind,
      String name,
      Long in,
      int seats,
      int quantity,
      ConflictLevel level,
      boolean shared) {
    return resources.add(
        Scenario.CENTRE,
        new ResourceEdit(
            kind,
            name,
            in,
            "1 Harbour Road",
            null,
            null,
            seats == 0 ? RoomSeats.UNKNOWN : new RoomSeats(Map.of(Layout.CLASSROOM, seats)),
            List.of(),
            quantity,
            0,
            0,
            level,
            shared));
  }

  private SessionPlan plan(LocalDate day, int seats) {
    return new SessionPlan(
        scenario.number("SELECT MIN(id) FROM course WHERE state = 'published'"),
        day,
        day.plusDays(2),
        LocalTime.of(9, 0),
        LocalTime.of(17, 0),
        "Academy",
        "",
        seats,
        List.of("en"),
        Chain.NONE,
        null,
        false);
  }

  private long session(LocalDate day) {
    return calendar.draft(Scenario.CENTRE, plan(day, 20));
  }

  private void move(long session, LocalDate day) {
    calendar.update(
        session,
        (int) scenario.number("SELECT version FROM training_session WHERE id = ?", session),
        plan(day, 20));
  }

  private BookingRefused refused(BookingWish wish) {
    return catchThrowableOfType(BookingRefused.class, () -> bookings.book(wish, Language.EN));
  }

  private BookingSummary only(long session) {
    return bookings.ofSession(session, Language.EN).get(0);
  }

  @Test
  void theOtherBookingAndItsOwnerAreNamed() {
    long first = session(monday);
    bookings.book(BookingWish.of(first, hall), Language.EN);
    long second = session(monday.plusDays(2));
    BookingRefused refused = refused(BookingWish.of(second, hall));
    assertThat(refused.kind()).isEqualTo(BookingRefused.Kind.TAKEN);
    assertThat(refused.check().conflicts())
        .singleElement()
        .satisfies(
            conflict -> {
              assertThat(conflict.other().session()).isEqualTo(first);
              assertThat(conflict.other().bookedBy()).isNotBlank();
              assertThat(conflict.other().centreCode()).isEqualTo(Scenario.CENTRE);
              assertThat(conflict.spans()).hasSize(1);
              assertThat(conflict.level()).isEqualTo(ConflictLevel.BLOCK);
            });
    assertThat(bookings.ofSession(second, Language.EN)).isEmpty();
    Suggestions suggestions = bookings.suggestions(BookingWish.of(second, hall));
    // Room 2 is too small for the session
    assertThat(suggestions.free()).noneMatch(each -> each.id() == hall || each.id() == room);
    assertThat(suggestions.weeks()).startsWith(1, -1, 2);
  }

  @Test
  void whatStandsBetweenTwoSessionsIsBookedWithThem() {
    long first = session(monday);
    bookings.book(new BookingWish(first, hall, 1, 0, 16 * 60, ""), Language.EN);
    long second = session(monday.plusDays(3));
    assertThat(bookings.book(new BookingWish(second, hall, 1, 0, 0, ""), Language.EN)).isEmpty();
    assertThat(refused(new BookingWish(second, hall, 1, 30, 0, "")).kind())
        .isEqualTo(BookingRefused.Kind.TAKEN);
    assertThat(only(second).setup()).isZero();
  }

  @Test
  void aVenueIsTakenWithItsRoomsAndTheRoomsOfOneWithEachOtherAreNot() {
    long first = session(monday);
    bookings.book(BookingWish.of(first, hall), Language.EN);
    long second = session(monday);
    assertThat(refused(BookingWish.of(second, venue)).kind()).isEqualTo(BookingRefused.Kind.TAKEN);
    BookingWish small = new BookingWish(second, room, 1, 0, 0, "");
    assertThat(refused(small).kind()).isEqualTo(BookingRefused.Kind.REASON);
    assertThat(refused(small).check().tooSmall()).isTrue();
    bookings.book(new BookingWish(second, room, 1, 0, 0, "Half of them are online"), Language.EN);
    assertThat(only(second).reason()).isEqualTo("Half of them are online");
    bookings.release(first, only(first).id());
    assertThat(bookings.ofSession(first, Language.EN)).isEmpty();
  }

  @Test
  void levelsAreKeptByKindAndByResource() {
    long kiosks = add(ResourceKind.EQUIPMENT, "VR kiosks", null, 0, 10, null, false);
    long first = session(monday);
    bookings.book(new BookingWish(first, kiosks, 6, 0, 0, ""), Language.EN);
    long second = session(monday);
    assertThat(bookings.book(new BookingWish(second, kiosks, 4, 0, 0, ""), Language.EN)).isEmpty();
    long third = session(monday);
    BookingWish wish = new BookingWish(third, kiosks, 1, 0, 0, "");
    assertThat(refused(wish).kind()).isEqualTo(BookingRefused.Kind.REASON);
    resources.keepLevels(Scenario.CENTRE, Map.of(ResourceKind.EQUIPMENT, ConflictLevel.NOTE));
    assertThat(bookings.book(wish, Language.EN)).hasSize(2);
    resources.keepLevels(Scenario.CENTRE, Map.of(ResourceKind.EQUIPMENT, ConflictLevel.IGNORE));
    assertThat(bookings.book(new BookingWish(third, kiosks, 2, 0, 0, ""), Language.EN)).isEmpty();
    resources.keepLevels(Scenario.CENTRE, Map.of(ResourceKind.EQUIPMENT, ConflictLevel.WARN));
    assertThatThrownBy(
            () -> bookings.book(new BookingWish(third, kiosks, 11, 0, 0, ""), Language.EN))
        .isInstanceOf(InvalidBooking.class);
  }

  @Test
  void bookingsGoWhereTheirSessionGoes() {
    long first = session(monday);
    bookings.book(BookingWish.of(first, hall), Language.EN);
    long second = session(monday.plusWeeks(1));
    bookings.book(BookingWish.of(second, hall), Language.EN);
    move(second, monday.plusWeeks(2));
    assertThat(only(second).held()).isTrue();
    assertThat(only(second).firstAt().toString()).startsWith("2031-04-07");
    move(second, monday.plusDays(1));
    assertThat(only(second).held()).isFalse();
    assertThat(only(second).times()).isZero();
    assertThat(only(first).held()).isTrue();
    move(second, monday.plusWeeks(1));
    assertThat(only(second).held()).isTrue();
  }

  @Test
  void bookingsGoWhereASpreadsheetMovesTheirDraft() throws Exception {
    long draft = session(monday);
    bookings.book(BookingWish.of(draft, hall), Language.EN);
    transaction.begin();
    drafts.change(Map.of(draft, inSlots("09:00-12:00", 7, 9)));
    transaction.commit();
    assertThat(only(draft).times()).isEqualTo(2);
    assertThat(only(draft).firstAt().toString()).startsWith("2031-03-31");
    long other = session(monday);
    assertThat(bookings.book(BookingWish.of(other, hall), Language.EN)).isEmpty();
    transaction.begin();
    drafts.change(Map.of(draft, plan(monday, 20)));
    transaction.commit();
    assertThat(only(draft).held()).as("somebody else has it").isFalse();
  }

  @Test
  void thePeopleOfTheCentreAreToldWhatASessionLostAndToWhom() {
    long first = session(monday);
    bookings.book(BookingWish.of(first, hall), Language.EN);
    long second = session(monday.plusWeeks(1));
    bookings.book(BookingWish.of(second, hall), Language.EN);
    move(second, monday.plusWeeks(2));
    assertThat(letters(second)).isZero();
    move(second, monday.plusDays(1));
    long told = letters(second);
    assertThat(told)
        .isPositive()
        .isEqualTo(
            scenario.number(
                "SELECT COUNT(DISTINCT person_id) FROM mail_letter WHERE kind ="
                    + " 'booking.letter.displaced' AND body_text LIKE ?",
                "%/desk/centre/session/" + second + "/resources%"));
    String body =
        scenario.text(
            "SELECT MAX(body_text) FROM mail_letter WHERE kind = 'booking.letter.displaced' AND body_text"
                + " LIKE '%/desk/centre/session/"
                + second
                + "/resources%'");
    assertThat(body).contains("Hall", "2031");
    // what is still lost is not told again
    move(second, monday);
    assertThat(letters(second)).isEqualTo(told);
  }

  private long letters(long session) {
    return scenario.number(
        "SELECT COUNT(*) FROM mail_letter WHERE kind = 'booking.letter.displaced' AND body_text LIKE ?",
        "%/desk/centre/session/" + session + "/resources%");
  }

  @Test
  void aSessionIsHeldWhereItHasBooked() {
    long building = add(ResourceKind.BUILDING, "East Wing", venue, 0, null);
    long inside = add(ResourceKind.ROOM, "Room 7", building, 40, null);
    long first = session(monday);
    assertThat(place(first)).isEqualTo("Academy");
    bookings.book(BookingWish.of(first, inside), Language.EN);
    assertThat(place(first)).isEqualTo("Academy, East Wing, Room 7");
    calendar.publish(first);
    int sequence = facts(first).sequenceNumber();
    String fingerprint = calendar.fingerprint(SessionFilter.ofCentre(Scenario.CENTRE, null, null));
    ResourceSummary of = resources.get(building);
    resources.change(
        building,
        of.version(),
        new ResourceEdit(
            of.kind(),
            "West Wing",
            venue,
            of.address(),
            null,
            null,
            of.seats(),
            List.of(),
            1,
            0,
            0,
            null,
            false));
    assertThat(place(first)).isEqualTo("Academy, West Wing, Room 7");
    assertThat(facts(first).room()).isEmpty();
    assertThat(facts(first).sequenceNumber()).isEqualTo(sequence + 1);
    assertThat(calendar.fingerprint(SessionFilter.ofCentre(Scenario.CENTRE, null, null)))
        .isNotEqualTo(fingerprint);
    bookings.release(first, only(first).id());
    assertThat(place(first)).isEqualTo("Academy");
    assertThat(facts(first).sequenceNumber()).isEqualTo(sequence + 2);
  }

  private SessionFacts facts(long session) {
    return calendar.facts(List.of(session)).get(session);
  }

  private String place(long session) {
    return facts(session).place().text(", ");
  }

  @Test
  void aSessionInTwoRoomsIsHeldInBothAlsoWhereItBookedThemEarlier() throws Exception {
    long session = session(monday);
    bookings.book(BookingWish.of(session, hall), Language.EN);
    bookings.book(new BookingWish(session, room, 1, 0, 0, "Groups."), Language.EN);
    assertThat(place(session)).isEqualTo("Academy, Hall, Room 2");
    scenario.sql("UPDATE training_session SET booked_room = 'Hall' WHERE id = " + session);
    long one = session(monday.plusWeeks(1));
    bookings.book(BookingWish.of(one, hall), Language.EN);
    runMigration("booking/V20261127_0661__booking_all_booked_rooms.sql");
    assertThat(scenario.text("SELECT booked_room FROM training_session WHERE id = " + session))
        .isEqualTo("Hall, Room 2");
    assertThat(scenario.text("SELECT booked_room FROM training_session WHERE id = " + one))
        .isEqualTo("Hall");
  }

  private void runMigration(String name) throws Exception {
    try (InputStream in = getClass().getResourceAsStream("/db/migration/" + name)) {
      String script =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .replaceAll("(?m)^--.*$", "")
              .strip();
      for (String statement : script.split(";\\s*(\\n|$)")) {
        scenario.sql(statement);
      }
    }
  }

  @Test
  void moreSeatsThanTheRoomHasAreRefusedWhereItsCentreIsStrict() {
    long session = calendar.draft(Scenario.CENTRE, plan(monday, 12));
    bookings.book(BookingWish.of(session, room), Language.EN);
    assertThatThrownBy(() -> seats(session, 13))
        .isInstanceOfSatisfying(
            InvalidPlan.class,
            e -> {
              assertThat(e.problems()).containsEntry("seats", "calendar.problem.seatsRoom");
              assertThat(e.room()).isEqualTo(new TightRoom("Room 2", 12, true));
            });
    assertThat(sessionRooms.tight(session)).isEmpty();
    // in the hall all have a place
    bookings.book(BookingWish.of(session, hall), Language.EN);
    seats(session, 30);
    assertThat(sessionRooms.tight(session)).isEmpty();
  }

  @Test
  void moreSeatsThanTheRoomHasAreSaidWhereItsCentreIsNot() {
    long lenient = add(ResourceKind.ROOM, "Room 3", venue, 12, ConflictLevel.WARN);
    long session = calendar.draft(Scenario.CENTRE, plan(monday, 12));
    bookings.book(BookingWish.of(session, lenient), Language.EN);
    seats(session, 13);
    assertThat(sessionRooms.tight(session)).contains(new TightRoom("Room 3", 12, false));
    // what was booked although it is too small may grow
    long known = calendar.draft(Scenario.CENTRE, plan(monday, 20));
    bookings.book(new BookingWish(known, room, 1, 0, 0, "They stand."), Language.EN);
    seats(known, 24);
    assertThat(sessionRooms.tight(known)).contains(new TightRoom("Room 2", 12, true));
  }

  private void seats(long session, int seats) {
    calendar.update(
        session,
        (int) scenario.number("SELECT version FROM training_session WHERE id = ?", session),
        plan(monday, seats));
  }

  @Test
  void aRoomThatIsLaidOutForFewerNamesTheSessionsThatAreTooLarge() {
    long small = calendar.draft(Scenario.CENTRE, plan(monday, 10));
    long large = calendar.draft(Scenario.CENTRE, plan(monday.plusWeeks(1), 12));
    bookings.book(BookingWish.of(small, room), Language.EN);
    bookings.book(BookingWish.of(large, room), Language.EN);
    assertThat(use.tooSmallFor(room, Language.EN)).isEmpty();
    change(room, edit(resources.get(room), 1, 11));
    assertThat(use.tooSmallFor(room, Language.EN))
        .extracting(BookingSummary::session)
        .containsExactly(large);
  }

  private void change(long id, ResourceEdit edit) {
    resources.change(id, resources.get(id).version(), edit);
  }

  private static ResourceEdit edit(ResourceSummary of, int quantity, int seats) {
    return new ResourceEdit(
        of.kind(),
        of.name(),
        of.partOf(),
        of.address(),
        null,
        null,
        seats == 0 ? of.seats() : new RoomSeats(Map.of(Layout.U_SHAPE, seats)),
        List.of(),
        quantity,
        0,
        0,
        of.level(),
        of.shared());
  }

  @Test
  void fewerThanAreBookedAtOnceAreRefusedWithTheBookingsThatStand() {
    long kiosks = add(ResourceKind.EQUIPMENT, "VR kiosks", null, 0, 10, null, false);
    long first = session(monday);
    bookings.book(new BookingWish(first, kiosks, 6, 0, 0, ""), Language.EN);
    long second = session(monday.plusDays(2));
    bookings.book(new BookingWish(second, kiosks, 3, 0, 0, ""), Language.EN);
    long later = session(monday.plusWeeks(1));
    bookings.book(new BookingWish(later, kiosks, 7, 0, 0, ""), Language.EN);
    change(kiosks, edit(resources.get(kiosks), 9, 0));
    BookingRefused refused =
        catchThrowableOfType(
            BookingRefused.class, () -> change(kiosks, edit(resources.get(kiosks), 8, 0)));
    assertThat(refused)
        .as("of %s", rows.taken(List.of(kiosks), new Span(Instant.EPOCH, Block.END), 0))
        .isNotNull();
    assertThat(refused.kind()).isEqualTo(BookingRefused.Kind.FEWER);
    assertThat(refused.bookings())
        .extracting(BookingSummary::session)
        .containsExactly(first, second);
    assertThat(resources.get(kiosks).quantity()).isEqualTo(9);
    bookings.release(second, only(second).id());
    change(kiosks, edit(resources.get(kiosks), 7, 0));
    assertThat(resources.get(kiosks).quantity()).isEqualTo(7);
  }

  @Test
  void whatWasDisplacedIsBookedAgainWhenTheOtherGivesItBack() {
    long first = session(monday);
    bookings.book(BookingWish.of(first, hall), Language.EN);
    long second = displaced(monday.plusWeeks(1));
    long third = displaced(monday.plusWeeks(2));
    bookings.release(first, only(first).id());
    assertThat(only(second).held()).as("the oldest booking").isTrue();
    assertThat(only(third).held()).isFalse();
    assertThat(place(second)).isEqualTo("Academy, Hall");
    assertThat(
            scenario.number(
                "SELECT COUNT(*) FROM mail_letter WHERE kind = 'booking.letter.regained'"
                    + " AND body_text LIKE ?",
                "%/desk/centre/session/" + second + "/resources%"))
        .isPositive();
  }

  @Test
  void whatWasDisplacedIsBookedAgainWhenTheOtherMovesIsCancelledOrABlockEnds() {
    long first = session(monday);
    bookings.book(BookingWish.of(first, hall), Language.EN);
    long second = displaced(monday.plusWeeks(1));
    move(first, monday.plusWeeks(3));
    assertThat(only(second).held()).isTrue();
    long third = displaced(monday.plusWeeks(2));
    calendar.publish(second);
    calendar.cancel(second);
    assertThat(only(third).held()).isTrue();
    long fourth = session(monday.plusWeeks(5));
    bookings.book(BookingWish.of(fourth, hall), Language.EN);
    blocks.block(
        hall,
        new Block(monday.plusWeeks(6), monday.plusWeeks(6), null, null, "Painting"),
        Language.EN);
    move(fourth, monday.plusWeeks(6));
    assertThat(only(fourth).held()).isFalse();
    long block =
        use.ahead(hall, Language.EN).stream()
            .filter(BookingSummary::blocks)
            .findFirst()
            .orElseThrow()
            .id();
    blocks.unblock(hall, block);
    assertThat(only(fourth).held()).isTrue();
  }

  /** A session that had the hall, and moved to where another has it. */
  private long displaced(LocalDate before) {
    long session = session(before);
    bookings.book(BookingWish.of(session, hall), Language.EN);
    move(session, monday);
    assertThat(only(session).held()).isFalse();
    return session;
  }

  @Test
  void aRoomIsTakenOnTheDaysOfTheBuildingInWhichItLies() {
    long first = session(monday);
    bookings.book(BookingWish.of(first, venue), Language.EN);
    blocks.block(
        room,
        new Block(monday.plusDays(7), monday.plusDays(8), null, null, "Painting"),
        Language.EN);
    List<TakenDays> days =
        use.takenDays(List.of(Scenario.CENTRE), monday.plusDays(1), monday.plusDays(7));
    assertThat(days)
        .filteredOn(each -> each.resource().id() == room)
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.days())
                    .containsExactlyInAnyOrder(
                        monday.plusDays(1), monday.plusDays(2), monday.plusDays(7)));
    assertThat(days).noneMatch(each -> each.resource().id() == venue);
    long second = session(monday.plusWeeks(4));
    bookings.book(BookingWish.of(second, hall), Language.EN);
    move(second, monday);
    assertThat(use.takenDays(List.of(Scenario.CENTRE), monday, monday.plusDays(7)))
        .filteredOn(each -> each.resource().id() == hall)
        .singleElement()
        .satisfies(each -> assertThat(each.displaced()).containsExactly(second));
  }

  @Test
  void aTrainerIsBusyWhereTheirCalendarSaysSoUntilTheNextFile() throws Exception {
    long trainer = add(ResourceKind.TRAINER, "Adama", null, 0, null);
    LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(200);
    long first = session(day);
    bookings.book(BookingWish.of(first, trainer), Language.EN);
    // ten mornings, of which the session has three
    BusyKept kept = blocks.busy(trainer, mornings(day, 10), Language.EN);
    assertThat(kept).isEqualTo(new BusyKept(7, 3));
    assertThat(use.ahead(trainer, Language.EN))
        .filteredOn(BookingSummary::elsewhere)
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.times()).isEqualTo(7);
              assertThat(each.words()).isEmpty();
            });
    long second = session(day.plusDays(5));
    BookingRefused refused = refused(BookingWish.of(second, trainer));
    assertThat(refused.check().conflicts())
        .singleElement()
        .satisfies(each -> assertThat(each.other().elsewhere()).isTrue());
    assertThat(only(first).held()).isTrue();
    // another file takes its place
    assertThat(blocks.busy(trainer, mornings(day, 5), Language.EN)).isEqualTo(new BusyKept(2, 3));
    bookings.book(BookingWish.of(second, trainer), Language.EN);
    assertThat(blocks.busy(trainer, mornings(day, 0), Language.EN)).isEqualTo(new BusyKept(0, 0));
    assertThat(use.ahead(trainer, Language.EN)).noneMatch(BookingSummary::elsewhere);
    // what cannot be taken changes nothing
    blocks.busy(trainer, mornings(day.plusDays(20), 2), Language.EN);
    assertThatThrownBy(() -> blocks.busy(trainer, new StringReader("Dear colleague"), Language.EN))
        .isInstanceOf(UnreadableFile.class);
    assertThat(use.ahead(trainer, Language.EN)).filteredOn(BookingSummary::elsewhere).hasSize(1);
    assertThatThrownBy(() -> blocks.busy(hall, mornings(day, 1), Language.EN))
        .isInstanceOf(NotFound.class);
    scenario.asCoordinator(Scenario.MEMBER);
    assertThatThrownBy(() -> blocks.busy(trainer, mornings(day, 1), Language.EN))
        .isInstanceOf(NotAllowed.class);
  }

  private static Reader mornings(LocalDate from, int days) {
    StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
    for (int at = 0; at < days; at++) {
      String day = from.plusDays(at).toString().replace("-", "");
      text.append("BEGIN:VEVENT\r\nUID:" + at + "\r\nSUMMARY:Dentist\r\n")
          .append("DTSTART:" + day + "T100000Z\r\nDTEND:" + day + "T120000Z\r\nEND:VEVENT\r\n");
    }
    return new StringReader(text + "END:VCALENDAR\r\n");
  }

  @Test
  void aTrainerMayHaveAnAccountAndIsForgottenWithIt() throws Exception {
    long trainer = add(ResourceKind.TRAINER, "Adama", null, 0, null);
    long person = scenario.officer("XC");
    int version = resources.get(trainer).version();
    assertThatThrownBy(() -> resources.link(trainer, version, "nobody@nowhere.example"))
        .isInstanceOf(InvalidBooking.class);
    resources.link(trainer, version, scenario.email(person));
    assertThat(resources.account(trainer))
        .hasValueSatisfying(p -> assertThat(p.id()).isEqualTo(person));
    long first = session(monday);
    assertThat(bookings.taughtBy(person, Instant.EPOCH)).doesNotContain(first);
    bookings.book(BookingWish.of(first, trainer), Language.EN);
    assertThat(bookings.taughtBy(person, Instant.EPOCH)).contains(first);
    scenario.sql("UPDATE resource SET name = 'Adama Diallo' WHERE id = " + trainer);
    transaction.begin();
    rows.forget(person);
    transaction.commit();
    assertThat(scenario.text("SELECT name FROM resource WHERE id = " + trainer)).isEqualTo("–");
    assertThat(bookings.taughtBy(person, Instant.EPOCH)).doesNotContain(first);
  }

  @Test
  void aRoomIsFreeBetweenTheSlotsOfASession() {
    long first = calendar.draft(Scenario.CENTRE, inSlots("09:00-12:00", 0, 2));
    bookings.book(BookingWish.of(first, hall), Language.EN);
    assertThat(scenario.number("SELECT COUNT(*) FROM booked_time WHERE resource_id = " + hall))
        .isEqualTo(2);

    long afternoons = calendar.draft(Scenario.CENTRE, inSlots("13:00-16:00", 0, 1, 2));
    assertThat(bookings.book(BookingWish.of(afternoons, hall), Language.EN)).isEmpty();
    long freeDay = calendar.draft(Scenario.CENTRE, inSlots("08:00-12:30", 1));
    assertThat(bookings.book(BookingWish.of(freeDay, hall), Language.EN)).isEmpty();
    long meets = calendar.draft(Scenario.CENTRE, inSlots("11:30-12:30", 2));
    assertThat(refused(BookingWish.of(meets, hall))).isNotNull();
  }

  private SessionPlan inSlots(String hours, int... days) {
    String slots =
        Arrays.stream(days)
            .mapToObj(day -> monday.plusDays(day) + " " + hours)
            .collect(Collectors.joining("; "));
    return plan(monday, 20).withSlots(Slots.read(slots).orElseThrow());
  }

  @Test
  void aCancelledSessionGivesItsRoomsBack() {
    long first = session(monday);
    bookings.book(BookingWish.of(first, hall), Language.EN);
    calendar.publish(first);
    calendar.cancel(first);
    long second = session(monday);
    assertThat(bookings.book(BookingWish.of(second, hall), Language.EN)).isEmpty();
    assertThat(only(first).held()).isFalse();
    assertThat(refused(BookingWish.of(first, hall)).kind()).isEqualTo(BookingRefused.Kind.NO_DAYS);
    bookings.release(second, only(second).id());
    workflow.restore(
        first, (int) scenario.number("SELECT version FROM training_session WHERE id = ?", first));
    assertThat(only(first).held()).isTrue();
  }

  @Test
  void whatIsInUseIsNotRemovedButNoLongerBooked() {
    long first = session(monday);
    bookings.book(BookingWish.of(first, hall), Language.EN);
    int version = resources.get(hall).version();
    BookingRefused refused =
        catchThrowableOfType(BookingRefused.class, () -> resources.remove(hall, version));
    assertThat(refused.kind()).isEqualTo(BookingRefused.Kind.IN_USE);
    assertThat(refused.bookings()).extracting(BookingSummary::session).containsExactly(first);
    resources.retire(hall, version);
    long second = session(monday.plusWeeks(3));
    assertThat(refused(BookingWish.of(second, hall)).kind()).isEqualTo(BookingRefused.Kind.RETIRED);
    assertThat(only(first).held()).isTrue();
    assertThat(only(first).resourceName()).isEqualTo("Hall");
    assertThatThrownBy(() -> resources.remove(venue, resources.get(venue).version()))
        .isInstanceOf(BookingRefused.class);
    resources.remove(room, resources.get(room).version());
    assertThatThrownBy(() -> resources.get(room)).isInstanceOf(NotFound.class);
  }

  @Test
  void aBlockKeepsOthersOutAndItsWordsStayAtHome() {
    blocks.block(
        hall, new Block(monday, monday.plusDays(4), null, null, "The roof leaks"), Language.EN);
    long first = session(monday);
    BookingRefused refused = refused(BookingWish.of(first, hall));
    assertThat(refused.check().conflicts())
        .singleElement()
        .satisfies(each -> assertThat(each.other().words()).isEqualTo("The roof leaks"));
    long booking = use.ahead(hall, Language.EN).get(0).id();
    blocks.unblock(hall, booking);
    bookings.book(BookingWish.of(first, hall), Language.EN);
    assertThat(
            catchThrowableOfType(
                    BookingRefused.class,
                    () ->
                        blocks.block(
                            hall, new Block(monday, monday, null, null, "Painting"), Language.EN))
                .kind())
        .isEqualTo(BookingRefused.Kind.TAKEN);
  }

  @Test
  void othersBookOnlyWhatIsShared() {
    long shared = add(ResourceKind.ROOM, "Shared", null, 30, 1, null, true);
    String region =
        scenario.text("SELECT region_code FROM body WHERE code = '" + Scenario.CENTRE + "'");
    String neighbour =
        scenario.text(
            "SELECT MIN(code) FROM body WHERE region_code = '"
                + region
                + "' AND kind = 'rtc' AND code <> '"
                + Scenario.CENTRE
                + "'");
    long own = session(monday);
    bookings.book(BookingWish.of(own, shared), Language.EN);
    SignedInAs.person(me, 1, Scenario.MEMBER, new Grant(Role.CENTRE, Scope.centre(neighbour)));
    long theirs = calendar.draft(neighbour, plan(monday, 20));
    assertThat(bookings.bookable(theirs))
        .extracting(ResourceSummary::id)
        .contains(shared)
        .doesNotContain(hall);
    assertThatThrownBy(() -> bookings.book(BookingWish.of(theirs, hall), Language.EN))
        .isInstanceOf(NotFound.class);
    assertThat(refused(BookingWish.of(theirs, shared)).check().conflicts())
        .singleElement()
        .satisfies(each -> assertThat(each.other().session()).isEqualTo(own));
    assertThatThrownBy(() -> bookings.ofSession(own, Language.EN)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> use.ofCentre(Scenario.CENTRE, TrainingYear.of(monday)))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> resources.get(shared)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(
            () ->
                resources.keepLevels(
                    Scenario.CENTRE, Map.of(ResourceKind.ROOM, ConflictLevel.IGNORE)))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void roomsAreRowsOfTheTimelineForThoseWhoMaySeeThem() throws Exception {
    long first = session(monday);
    long second = session(monday.plusWeeks(1));
    bookings.book(BookingWish.of(first, hall), Language.EN);
    bookings.book(BookingWish.of(second, hall), Language.EN);
    assertThat(rooms.open()).isTrue();
    assertThat(rooms.rows(List.of(first, second), Language.EN))
        .singleElement()
        .satisfies(row -> assertThat(row.sessions()).containsExactlyInAnyOrder(first, second));
    assertThat(Statements.of(() -> rooms.rows(List.of(first, second), Language.EN)).size())
        .isLessThanOrEqualTo(2);
    scenario.asCoordinator(Scenario.MEMBER);
    assertThat(rooms.open()).isFalse();
    assertThat(rooms.rows(List.of(first, second), Language.EN)).isEmpty();
  }

  @Test
  void readingNeedsNoMoreStatementsForMore() throws Exception {
    long first = session(monday);
    bookings.book(BookingWish.of(first, hall), Language.EN);
    int one = Statements.of(() -> bookings.ofSession(first, Language.EN)).size();
    for (int i = 0; i < 5; i++) {
      long another = add(ResourceKind.TRAINER, "Trainer " + i, null, 0, null);
      bookings.book(BookingWish.of(first, another), Language.EN);
    }
    assertThat(Statements.of(() -> bookings.ofSession(first, Language.EN))).hasSize(one);
    assertThat(one).isLessThanOrEqualTo(7);
    assertThat(Statements.of(() -> use.ofCentre(Scenario.CENTRE, TrainingYear.of(monday))))
        .hasSize(2);
    long second = session(monday);
    assertThat(
            Statements.of(() -> bookings.check(BookingWish.of(second, hall), Language.EN)).size())
        .isLessThanOrEqualTo(12);
    assertThat(Statements.of(() -> bookings.suggestions(BookingWish.of(second, hall))).size())
        .isLessThanOrEqualTo(6);
  }

  /** Who comes second is told that it is gone, whatever they wanted of it. */
  @Test
  void whatIsRemovedMeanwhileIsGoneForAll() throws Exception {
    List<Long> sessions = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      sessions.add(session(monday.plusWeeks(i)));
    }
    for (int round = 0; round < 10; round++) {
      long tent = add(ResourceKind.VENUE, "Tent", null, 0, null);
      int version = resources.get(tent).version();
      Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
      List<Thread> clients = new ArrayList<>();
      for (int i = 0; i < 9; i++) {
        int which = i;
        clients.add(threads.newThread(() -> client(which, tent, version, sessions, failures)));
      }
      clients.forEach(Thread::start);
      for (Thread client : clients) {
        client.join();
      }
      assertThat(failures)
          .allMatch(
              each ->
                  each instanceof NotFound
                      || each instanceof BookingRefused
                      || each instanceof InvalidBooking
                      || each instanceof org.portolan.platform.web.ChangedMeanwhile);
    }
  }

  private void client(
      int which, long tent, int version, List<Long> sessions, Queue<Throwable> failures) {
    RequestContextController request = requests.get();
    request.activate();
    try {
      scenario.asCentre();
      if (which % 3 == 0) {
        resources.remove(tent, version);
      } else if (which % 3 == 1) {
        bookings.book(BookingWish.of(sessions.get(which / 3), tent), Language.EN);
      } else {
        add(ResourceKind.ROOM, "Corner", tent, 0, null);
      }
    } catch (RuntimeException e) {
      failures.add(e);
    } finally {
      request.deactivate();
      requests.destroy(request);
    }
  }

  /**
   * Many book, move and give back the same few places at once. What they end with is looked through
   * by a statement that knows nothing of how the rule looks.
   */
  @Test
  void nothingIsEverTakenTwiceByManyAtOnce() throws Exception {
    long kiosks = add(ResourceKind.EQUIPMENT, "Kiosks", null, 0, 3, ConflictLevel.BLOCK, false);
    List<Long> places = List.of(venue, hall, room, kiosks);
    List<Long> sessions = new ArrayList<>();
    for (int i = 0; i < 48; i++) {
      sessions.add(session(monday.plusDays(i % 6)));
    }
    Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    AtomicInteger booked = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();
    AtomicInteger moved = new AtomicInteger();
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      Random random = new Random(20261127L + i);
      clients.add(
          threads.newThread(
              () -> client(random, places, sessions, failures, booked, refused, moved)));
    }
    clients.forEach(Thread::start);
    for (Thread client : clients) {
      client.join();
    }
    System.out.printf(
        "%d clients: %d booked, %d refused, %d moved%n",
        CLIENTS, booked.get(), refused.get(), moved.get());
    assertThat(failures).isEmpty();
    assertThat(booked.get()).isPositive();
    assertThat(refused.get()).isPositive();
    assertThat(moved.get()).isPositive();
    String among = "(" + venue + ", " + hall + ", " + room + ")";
    assertThat(
            scenario.number(
                "SELECT COUNT(*) FROM booked_time a JOIN booked_time b ON a.id < b.id"
                    + " AND a.booking_id <> b.booking_id AND a.from_at < b.until_at"
                    + " AND b.from_at < a.until_at WHERE a.resource_id IN "
                    + among
                    + " AND b.resource_id IN "
                    + among
                    + " AND (a.resource_id = b.resource_id OR "
                    + venue
                    + " IN (a.resource_id, b.resource_id))"))
        .isZero();
    assertThat(
            scenario.number(
                "SELECT COUNT(*) FROM booked_time a WHERE a.resource_id = "
                    + kiosks
                    + " AND (SELECT SUM(b.amount) FROM booked_time b WHERE b.resource_id = "
                    + kiosks
                    + " AND b.from_at <= a.from_at AND b.until_at > a.from_at) > 3"))
        .isZero();
    assertThat(scenario.number("SELECT COUNT(*) FROM booked_time WHERE resource_id IN " + among))
        .isPositive();
  }

  private void client(
      Random random,
      List<Long> places,
      List<Long> sessions,
      Queue<Throwable> failures,
      AtomicInteger booked,
      AtomicInteger refused,
      AtomicInteger moved) {
    for (int i = 0; i < DEEDS && failures.isEmpty(); i++) {
      RequestContextController request = requests.get();
      request.activate();
      try {
        scenario.asCentre();
        long session = sessions.get(random.nextInt(sessions.size()));
        int deed = random.nextInt(10);
        if (deed < 6) {
          bookings.book(
              new BookingWish(
                  session, places.get(random.nextInt(places.size())), 1, 15, 15, "Drill"),
              Language.EN);
          booked.incrementAndGet();
        } else if (deed < 8) {
          move(session, monday.plusDays(random.nextInt(8)));
          moved.incrementAndGet();
        } else {
          List<BookingSummary> held = bookings.ofSession(session, Language.EN);
          if (!held.isEmpty()) {
            bookings.release(session, held.get(0).id());
          }
        }
      } catch (BookingRefused e) {
        refused.incrementAndGet();
      } catch (org.portolan.platform.web.ChangedMeanwhile | NotFound e) {
        // somebody else moved or released it first, and this one was told
        refused.incrementAndGet();
      } catch (RuntimeException | AssertionError e) {
        failures.add(e);
      } finally {
        request.deactivate();
        requests.destroy(request);
      }
    }
  }
}
