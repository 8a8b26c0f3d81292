package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.HolidayWarning;
import org.portolan.calendar.InvalidPlan;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionState;
import org.portolan.condition.ConditionsDesk;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.eligibility.Eligibility;
import org.portolan.holiday.HolidayEdit;
import org.portolan.holiday.Holidays;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.NotAllowed;
import org.portolan.seat.Group;
import org.portolan.seat.Hold;
import org.portolan.seat.Quota;
import org.portolan.seat.SeatRules;
import org.portolan.selection.Criteria;

/** A session is copied with its rules and conditions, and holidays in its days are named. */
@ArquillianTest
class CopySessionIT {
  @Inject private CalendarService calendar;
  @Inject private EnrolmentService enrolment;
  @Inject private SeatDesk desk;
  @Inject private ConditionsDesk conditions;
  @Inject private SelectionDesk selection;
  @Inject private Holidays holidays;
  @Inject private Scenario scenario;

  private long session;
  private SessionFacts facts;

  @BeforeEach
  void session() {
    session = scenario.session(5, Chain.NONE);
    scenario.asCentre();
    facts = facts(session);
  }

  @AfterEach
  void nobody() {
    scenario.asNobody();
  }

  private SessionFacts facts(long id) {
    return calendar.facts(List.of(id)).get(id);
  }

  @Test
  void theCopyIsADraftWithRulesAndConditionsAndNobodyInIt() throws Exception {
    Hold hold =
        new Hold(
            new Group(Group.Kind.MEMBER, Scenario.OTHER_MEMBER),
            2,
            facts.startsAt().minus(Duration.ofDays(10)));
    SeatRules plain = desk.find(session, Language.EN).rules();
    desk.rule(
        session,
        desk.find(session, Language.EN).version(),
        new SeatRules(
            plain.capacity(),
            1,
            7,
            Duration.ofHours(48),
            Duration.ofDays(2),
            plain.starts(),
            true,
            List.of(new Quota(new Group(Group.Kind.MEMBER, Scenario.MEMBER), 3)),
            List.of(hold)));
    conditions.save(session, 0, Eligibility.of("member:XS,XN:"));
    selection.rule(session, 0, Criteria.read("years:3").orElseThrow(), null);
    scenario.as(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);
    enrolment.apply(session, "Our post.");
    scenario.asCentre();

    long copy = calendar.copy(session, null, 28L);

    SessionFacts made = facts(copy);
    assertThat(made.state()).isEqualTo(SessionState.DRAFT);
    assertThat(made.code()).isNotEqualTo(facts.code());
    assertThat(made.firstDay()).isEqualTo(facts.firstDay().plusDays(28));
    assertThat(made.lastDay()).isEqualTo(facts.lastDay().plusDays(28));
    assertThat(made.dayStart()).isEqualTo(facts.dayStart());
    SeatPlan plan = desk.find(copy, Language.EN);
    assertThat(plan.listed()).isEmpty();
    assertThat(plan.rules().queue()).isEqualTo(7);
    assertThat(plan.rules().quotas()).hasSize(1);
    assertThat(plan.rules().holds())
        .containsExactly(new Hold(hold.group(), 2, hold.until().plus(Duration.ofDays(28))));
    assertThat(plan.rules().starts()).isEqualTo(made.startsAt());
    assertThat(conditions.find(copy, Language.EN).own()).isTrue();
    assertThat(conditions.find(copy, Language.EN).conditions())
        .isEqualTo(conditions.find(session, Language.EN).conditions());
    assertThat(selection.find(copy, 1, Language.EN).criteria().text()).isEqualTo("years:3");
    assertThat(calendar.history(copy).entries())
        .extracting(entry -> entry.action())
        .containsExactly("session.copied");
  }

  @Test
  void aSeatThatIsNoLongerHeldIsHeldInTheCopy() {
    Instant soon = Instant.now().plusMillis(300);
    SeatRules plain = desk.find(session, Language.EN).rules();
    desk.rule(
        session,
        desk.find(session, Language.EN).version(),
        new SeatRules(
            plain.capacity(),
            0,
            0,
            Duration.ZERO,
            Duration.ZERO,
            plain.starts(),
            true,
            List.of(),
            List.of(new Hold(new Group(Group.Kind.MEMBER, Scenario.OTHER_MEMBER), 2, soon))));
    while (Instant.now().isBefore(soon)) {
      Thread.onSpinWait();
    }
    scenario.as(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);
    enrolment.apply(session, "Our post.");
    scenario.asCentre();
    assertThat(desk.find(session, Language.EN).rules().holds()).isEmpty();
    long copy = calendar.copy(session, null, 28L);
    assertThat(desk.find(copy, Language.EN).rules().holds()).hasSize(1);
  }

  @Test
  void anImpossibleCopyIsRefusedAndOthersMakeNone() {
    LocalDate past = LocalDate.now(ZoneOffset.UTC).minusDays(3);
    assertThatThrownBy(() -> calendar.copy(session, past, null)).isInstanceOf(InvalidPlan.class);
    scenario.asCoordinator(Scenario.MEMBER);
    assertThatThrownBy(() -> calendar.copy(session, null, 28L)).isInstanceOf(NotAllowed.class);
  }

  @Test
  void holidaysOfHostAndInvitedMembersAreNamedTheHostFirst() throws Exception {
    add("XS", "Host day", facts.lastDay());
    add("XN", "Guest day", facts.firstDay());
    add("XQ", "Stranger day", facts.firstDay());
    conditions.save(session, 0, Eligibility.of("member:XN:"));
    scenario.asCentre();
    assertThat(calendar.holidays(session))
        .extracting(each -> each.name().in(Language.EN), HolidayWarning::host)
        .containsSubsequence(
            org.assertj.core.groups.Tuple.tuple("Host day", true),
            org.assertj.core.groups.Tuple.tuple("Guest day", false))
        .doesNotContain(org.assertj.core.groups.Tuple.tuple("Stranger day", false));
  }

  @Test
  void warningsTakeAsManyStatementsWhateverTheNumberOfMembers() throws Exception {
    conditions.save(session, 0, Eligibility.of("member:XN:"));
    calendar.holidays(session);
    int few = Statements.of(() -> calendar.holidays(session)).size();
    conditions.save(session, 1, Eligibility.of("region:WCA,EUR,MENA,AMS,ESA,AP:"));
    assertThat(Statements.of(() -> calendar.holidays(session))).hasSizeLessThanOrEqualTo(few);
  }

  @Test
  void onlyTheirCoordinatorKeepsTheHolidaysOfAMember() {
    scenario.asCoordinator("XN");
    HolidayEdit edit = new HolidayEdit(Map.of("en", "Ours"), "yearly:02-03", true);
    assertThatThrownBy(() -> holidays.add("XS", edit)).isInstanceOf(NotAllowed.class);
    holidays.add("XN", edit);
    var mine =
        holidays.ofMember("XN").stream()
            .filter(each -> each.name().in(Language.PT).equals("Ours"))
            .findFirst()
            .orElseThrow();
    assertThat(mine.expected()).isTrue();
    holidays.change(
        mine.id(), mine.version(), new HolidayEdit(Map.of("en", "Ours"), "yearly:02-04", false));
    assertThatThrownBy(() -> holidays.remove(mine.id(), mine.version()))
        .isInstanceOf(org.portolan.platform.web.ChangedMeanwhile.class);
    holidays.remove(mine.id(), mine.version() + 1);
    assertThat(holidays.ofMember("XN")).noneMatch(each -> each.id() == mine.id());
  }

  private void add(String member, String name, LocalDate day) {
    scenario.asCoordinator(member);
    holidays.add(member, new HolidayEdit(Map.of("en", name), "once:" + day, false));
    scenario.asCentre();
  }
}
