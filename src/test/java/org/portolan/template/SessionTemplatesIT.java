package org.portolan.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Approver;
import org.portolan.approval.Chain;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.InvalidPlan;
import org.portolan.calendar.SessionDefaults;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionPlan;
import org.portolan.calendar.Timing;
import org.portolan.calendar.Usual;
import org.portolan.catalog.CourseDesk;
import org.portolan.catalog.CourseEdit;
import org.portolan.catalog.TextEdit;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.enrolment.SeatDesk;
import org.portolan.office.Office;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Grant;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.security.SignedInAs;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;
import org.portolan.seat.Group;
import org.portolan.seat.Quota;
import org.portolan.seat.SeatRules;

/** The centre of a course says what its sessions usually are, and new sessions begin so. */
@ArquillianTest
class SessionTemplatesIT {
  private static final String OTHER_CENTRE = "DEMO-RTC-XS2";
  private static final LocalDate DAY = LocalDate.now().plusMonths(5);
  private static final Quota TWO_EACH = new Quota(new Group(Group.Kind.MEMBER, Group.EACH), 2);
  private static final SessionDefaults WEEK =
      new SessionDefaults(
          Timing.DATED,
          5,
          LocalTime.of(8, 30),
          LocalTime.of(16, 0),
          "Main hall",
          "Room 2",
          false,
          12,
          List.of("en", "fr"),
          Chain.read("supervisor:5 coordinator").orElseThrow(),
          null);
  private static final SeatRules RULES =
      new SeatRules(
          12,
          2,
          7,
          Duration.ofHours(48),
          Duration.ofDays(3),
          Timing.NEVER,
          true,
          List.of(TWO_EACH),
          List.of());

  @Inject private SessionTemplates templates;
  @Inject private CalendarService calendar;
  @Inject private SeatDesk seats;
  @Inject private CourseDesk desk;
  @Inject private Scenario scenario;
  @Inject private CurrentPerson me;

  private long writer;
  private long keeper;
  private long course;

  @BeforeEach
  void aPublishedCourse() throws Exception {
    writer = scenario.officer(Scenario.MEMBER);
    scenario.mandate(writer, Office.CENTRE_STAFF, Scope.centre(Scenario.CENTRE));
    keeper = scenario.officer(Scenario.MEMBER);
    scenario.mandate(keeper, Office.ROCB_OFFICER, Scope.region("WCA"));
    asWriter();
    course =
        desk.draft(
            new CourseEdit(
                "DEMO-T-"
                    + UUID.randomUUID()
                        .toString()
                        .substring(0, 8)
                        .toUpperCase(java.util.Locale.ROOT),
                Scenario.CENTRE,
                "region",
                "VALUATION",
                List.of(),
                "basic",
                "workshop",
                "14",
                List.of("manager"),
                "",
                "",
                "",
                List.of("valuation:2"),
                "",
                ""),
            new TextEdit("en", "A course like any other", "In short.", "At length."));
    desk.submit(course, desk.open(course, Language.EN).version());
    scenario.asHolder(keeper, Scenario.MEMBER);
    desk.publish(course, desk.open(course, Language.EN).version());
    asWriter();
  }

  @AfterEach
  void nobody() {
    scenario.endMandates(writer, keeper);
    scenario.asNobody();
  }

  @Test
  void aCourseWithoutTemplateIsAsTheHouseHasIt() {
    CourseTemplate none = templates.open(course, Language.EN);
    assertThat(none.kept()).isFalse();
    assertThat(none.sessions()).isEqualTo(SessionDefaults.HOUSE);
    assertThat(calendar.usual(Scenario.CENTRE, course)).isEmpty();
    long session = calendar.draft(Scenario.CENTRE, plan(WEEK));
    assertThat(seats.find(session, Language.EN).version()).isZero();
    assertThat(deeds(session)).containsExactly("session.drafted");
  }

  @Test
  void aNewSessionBeginsAsTheTemplateSays() throws Exception {
    keep(WEEK, RULES);

    assertThat(calendar.usual(Scenario.CENTRE, course)).contains(new Usual(WEEK, true));
    assertThat(Statements.of(() -> calendar.usual(Scenario.CENTRE, course)))
        .hasSizeLessThanOrEqualTo(4);

    long session = calendar.draft(Scenario.CENTRE, plan(WEEK));
    SeatRules given = seats.find(session, Language.EN).rules();
    assertThat(given.queue()).isEqualTo(7);
    assertThat(given.margin()).isEqualTo(2);
    assertThat(given.offer()).isEqualTo(Duration.ofHours(48));
    assertThat(given.quiet()).isEqualTo(Duration.ofDays(3));
    assertThat(given.quotas()).containsExactly(TWO_EACH);
    assertThat(given.capacity()).isEqualTo(12);
    assertThat(given.starts()).isEqualTo(facts(session).startsAt());
    assertThat(deeds(session)).containsExactly("seats.ruled", "session.drafted");
  }

  @Test
  void rulesFitTheSessionThatHasFewerSeats() {
    keep(WEEK, RULES);
    SessionDefaults one =
        new SessionDefaults(
            Timing.DATED,
            1,
            WEEK.start(),
            WEEK.end(),
            "Small room",
            "",
            false,
            1,
            List.of("en"),
            Chain.NONE,
            null);
    SeatRules given = seats.find(calendar.draft(Scenario.CENTRE, plan(one)), Language.EN).rules();
    assertThat(given.problems()).isEmpty();
    assertThat(given.capacity()).isEqualTo(1);
    assertThat(given.margin()).isEqualTo(1);
  }

  @Test
  void whatIsThereStaysAsItIs() {
    keep(WEEK, RULES);
    long session = calendar.draft(Scenario.CENTRE, plan(WEEK));
    SessionFacts before = facts(session);
    String rules = seats.find(session, Language.EN).rules().text();

    keep(SessionDefaults.HOUSE, SeatRules.plain(24, Timing.NEVER));
    assertThat(facts(session)).isEqualTo(before);
    assertThat(seats.find(session, Language.EN).rules().text()).isEqualTo(rules);

    long copy = calendar.copy(session, null, 28L);
    assertThat(facts(copy).approval()).isEqualTo(WEEK.approval());
    assertThat(seats.find(copy, Language.EN).rules().queue()).isEqualTo(7);

    templates.remove(course, version());
    assertThat(facts(session)).isEqualTo(before);
    assertThat(calendar.usual(Scenario.CENTRE, course)).isEmpty();
    assertThat(desk.history(course).entries())
        .extracting(entry -> entry.action())
        .startsWith("template.removed", "template.kept", "template.kept", "course.published");
  }

  @Test
  void atAnotherCentreTheRoomsAreLeftOpen() {
    keep(WEEK, RULES);
    SignedInAs.person(me, 1, Scenario.MEMBER, new Grant(Role.CENTRE, Scope.centre(OTHER_CENTRE)));
    Usual there = calendar.usual(OTHER_CENTRE, course).orElseThrow();
    assertThat(there.ownCourse()).isFalse();
    assertThat(there.sessions().venue()).isEmpty();
    assertThat(there.sessions().room()).isEmpty();
    assertThat(there.sessions().approval()).isEqualTo(WEEK.approval());
    assertThatThrownBy(() -> calendar.usual(Scenario.CENTRE, course))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> templates.open(course, Language.EN)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> templates.keep(course, "1.1", WEEK, RULES))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> templates.remove(course, "1.1")).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> templates.open(Long.MAX_VALUE, Language.EN))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void whatNoSessionCouldBeIsRefusedByField() {
    SessionDefaults wrong =
        new SessionDefaults(
            Timing.STANDING,
            null,
            null,
            null,
            "",
            "",
            false,
            null,
            List.of(),
            Chain.of(Approver.DONOR),
            "DEMO-RTC-XS1");
    SeatRules above =
        new SeatRules(
            12,
            13,
            0,
            Duration.ZERO,
            Duration.ZERO,
            Timing.NEVER,
            true,
            List.of(new Quota(Group.LEAST_DEVELOPED, 26)),
            List.of());
    InvalidPlan refused =
        catchThrowableOfType(
            InvalidPlan.class, () -> templates.keep(course, CourseTemplate.NONE, wrong, above));
    assertThat(refused.problems())
        .isEqualTo(
            Map.of(
                "timing", "calendar.problem.timing.standing",
                "donor", "calendar.problem.donor",
                "margin", "enrolment.rules.problem.margin",
                "quotas", "enrolment.rules.problem.quota-above"));
    assertThat(templates.open(course, Language.EN).kept()).isFalse();
  }

  @Test
  void whoeverOpenedAnOlderOneIsTold() {
    keep(WEEK, RULES);
    assertThatThrownBy(() -> templates.keep(course, CourseTemplate.NONE, WEEK, RULES))
        .isInstanceOf(ChangedMeanwhile.class);
    String version = version();
    keep(SessionDefaults.HOUSE, SeatRules.plain(24, Timing.NEVER));
    assertThatThrownBy(() -> templates.keep(course, version, WEEK, RULES))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThatThrownBy(() -> templates.remove(course, version))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThat(templates.open(course, Language.EN).sessions()).isEqualTo(SessionDefaults.HOUSE);
  }

  @Test
  void whoeverOpenedOneThatWasRemovedSinceIsTold() {
    keep(WEEK, RULES);
    String opened = version();
    templates.remove(course, opened);
    keep(SessionDefaults.HOUSE, SeatRules.plain(24, Timing.NEVER));
    assertThatThrownBy(() -> templates.keep(course, opened, WEEK, RULES))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThatThrownBy(() -> templates.remove(course, opened)).isInstanceOf(ChangedMeanwhile.class);
    assertThat(templates.open(course, Language.EN).sessions()).isEqualTo(SessionDefaults.HOUSE);
  }

  private void keep(SessionDefaults sessions, SeatRules rules) {
    templates.keep(course, version(), sessions, rules);
  }

  private String version() {
    return templates.open(course, Language.EN).version();
  }

  private SessionPlan plan(SessionDefaults said) {
    return new SessionPlan(
        course,
        DAY,
        said.lastDay(DAY),
        said.start(),
        said.end(),
        said.venue(),
        said.room(),
        said.seats(),
        said.languages(),
        said.approval(),
        said.donor(),
        said.online());
  }

  private SessionFacts facts(long session) {
    return calendar.facts(List.of(session)).get(session);
  }

  private List<String> deeds(long session) {
    return calendar.history(session).entries().stream().map(entry -> entry.action()).toList();
  }

  private void asWriter() {
    scenario.asHolder(writer, Scenario.MEMBER);
  }
}
