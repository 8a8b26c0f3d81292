package org.portolan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.catalog.ComingSession;
import org.portolan.catalog.CourseDesk;
import org.portolan.catalog.CourseEdit;
import org.portolan.catalog.CourseFile;
import org.portolan.catalog.InvalidCourse;
import org.portolan.catalog.TextEdit;
import org.portolan.catalog.Validity;
import org.portolan.container.Scenario;
import org.portolan.office.Office;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.Scope;

/** A course of which sessions are held within certain days, and the sessions that would not be. */
@ArquillianTest
class CourseValidityIT {
  private static final LocalDate FIRST = LocalDate.now().plusMonths(3);
  private static final LocalDate LAST = FIRST.plusMonths(6);
  private static final String FROM = "calendar.problem.validity.from";
  private static final String UNTIL = "calendar.problem.validity.until";

  @Inject private CourseDesk desk;
  @Inject private CalendarService calendar;
  @Inject private Scenario scenario;

  private long writer;
  private long keeper;
  private long course;

  @BeforeEach
  void aCourseWithDays() throws InvalidCourse {
    writer = scenario.officer(Scenario.MEMBER);
    scenario.mandate(writer, Office.CENTRE_STAFF, Scope.centre(Scenario.CENTRE));
    keeper = scenario.officer(Scenario.MEMBER);
    scenario.mandate(keeper, Office.ROCB_OFFICER, Scope.region("WCA"));
    asWriter();
    TextEdit text = new TextEdit("en", "A course with days", "In short.", "At length.");
    course = desk.draft(edit(FIRST, LAST), text);
    desk.submit(course, version());
    asKeeper();
    desk.publish(course, version());
    asWriter();
  }

  @AfterEach
  void nobody() {
    scenario.endMandates(writer, keeper);
    scenario.asNobody();
  }

  @Test
  void aSessionOutsideTheDaysOfItsCourseIsRefusedBesideTheField() {
    assertThat(problems(() -> draft(FIRST.minusDays(1), FIRST)))
        .isEqualTo(Map.of("firstDay", FROM));
    assertThat(problems(() -> draft(LAST, LAST.plusDays(1)))).isEqualTo(Map.of("lastDay", UNTIL));
    assertThat(draft(FIRST, FIRST.plusDays(1))).isPositive();
    assertThat(draft(LAST, LAST)).isPositive();
    assertThat(refused(() -> draft(LAST, LAST.plusDays(1))).validity())
        .isEqualTo(new Validity(FIRST, LAST));
  }

  @Test
  void soIsACopyAndASessionThatIsMovedOrGetsItsDays() {
    long held = draft(FIRST, FIRST.plusDays(1));
    calendar.publish(held);
    assertThat(problems(() -> calendar.copy(held, LAST, null)))
        .isEqualTo(Map.of("firstDay", UNTIL));
    assertThat(calendar.copy(held, LAST.minusDays(1), null)).isPositive();
    assertThat(problems(() -> update(held, plan(Timing.DATED, LAST, LAST.plusDays(1), "Hall"))))
        .isEqualTo(Map.of("lastDay", UNTIL));

    long undated = calendar.draft(Scenario.CENTRE, plan(Timing.UNDATED, null, null, "Hall"));
    calendar.publish(undated);
    LocalDate early = FIRST.minusDays(1);
    assertThat(problems(() -> update(undated, plan(Timing.DATED, early, early, "Hall"))))
        .isEqualTo(Map.of("firstDay", FROM));
    update(undated, plan(Timing.DATED, FIRST, FIRST, "Hall"));
  }

  @Test
  void narrowerDaysWarnOfWhatIsPublishedAndLeaveItInPeace() throws InvalidCourse {
    long early = draft(FIRST, FIRST.plusDays(1));
    calendar.publish(early);
    long late = draft(LAST, LAST);
    calendar.publish(late);
    long planned = draft(FIRST, FIRST);
    asKeeper();
    assertThat(file().outside()).isEmpty();

    desk.describe(course, version(), edit(FIRST.plusDays(1), LAST));

    assertThat(file().outside()).extracting(ComingSession::id).containsExactly(early);
    assertThat(file().ahead()).extracting(ComingSession::id).containsExactly(early, late);
    assertThat(desk.history(course).entries().get(0).action()).isEqualTo("course.changed");
    asWriter();
    update(early, plan(Timing.DATED, FIRST, FIRST.plusDays(1), "Another hall"));
    assertThat(problems(() -> calendar.publish(planned))).isEqualTo(Map.of("firstDay", FROM));
  }

  @Test
  void whoRetiresACourseSaysThatItsSessionsGoOn() throws InvalidCourse {
    long session = draft(FIRST, FIRST);
    calendar.publish(session);

    InvalidCourse refused =
        catchThrowableOfType(InvalidCourse.class, () -> desk.retire(course, version(), "", false));
    assertThat(refused.problems()).containsOnlyKeys("goOn");
    assertThat(file().ahead()).extracting(ComingSession::id).containsExactly(session);

    desk.retire(course, version(), "", true);
    assertThat(file().course().retired()).isTrue();
    assertThat(file().ahead()).extracting(ComingSession::id).containsExactly(session);
    assertThat(calendar.find(session, Language.EN).orElseThrow().facts().state())
        .isEqualTo(SessionState.PUBLISHED);
  }

  @Test
  void aCourseWithoutSessionsIsRetiredWithoutMoreAdo() throws InvalidCourse {
    draft(FIRST, FIRST);
    desk.retire(course, version(), "", false);
    assertThat(file().course().retired()).isTrue();
  }

  private CourseFile file() {
    return desk.open(course, Language.EN);
  }

  private int version() {
    return file().version();
  }

  private long draft(LocalDate first, LocalDate last) {
    return calendar.draft(Scenario.CENTRE, plan(Timing.DATED, first, last, "Hall"));
  }

  private void update(long session, SessionPlan plan) {
    calendar.update(session, calendar.getOwn(session, Language.EN).version(), plan);
  }

  private SessionPlan plan(Timing timing, LocalDate first, LocalDate last, String venue) {
    return new SessionPlan(
        course,
        timing,
        first,
        last,
        null,
        LocalTime.of(9, 0),
        LocalTime.of(17, 0),
        venue,
        "",
        5,
        List.of("en"),
        Chain.NONE,
        null,
        false);
  }

  private static Map<String, String> problems(ThrowingCallable deed) {
    return refused(deed).problems();
  }

  private static InvalidPlan refused(ThrowingCallable deed) {
    return catchThrowableOfType(InvalidPlan.class, deed);
  }

  private void asWriter() {
    scenario.asHolder(writer, Scenario.MEMBER);
  }

  private void asKeeper() {
    scenario.asHolder(keeper, Scenario.MEMBER);
  }

  private static CourseEdit edit(LocalDate from, LocalDate until) {
    String code = UUID.randomUUID().toString().substring(0, 18).toUpperCase(Locale.ROOT);
    return new CourseEdit(
        "DEMO-" + code,
        Scenario.CENTRE,
        "region",
        "CONTINUITY",
        List.of(),
        "basic",
        "workshop",
        "7",
        List.of("manager"),
        "",
        "",
        "",
        List.of("continuity:1"),
        from.toString(),
        until.toString());
  }
}
