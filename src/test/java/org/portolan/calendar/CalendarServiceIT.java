package org.portolan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.container.Scenario;
import org.portolan.platform.audit.AuditEntry;
import org.portolan.platform.audit.Change;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.Idempotency;

/** Sessions as a centre publishes them and as everybody reads them. */
@ArquillianTest
class CalendarServiceIT {
  @Inject private CalendarService calendar;
  @Inject private Scenario scenario;
  @Inject private Idempotency idempotency;

  @Test
  void aDraftIsSeenByNobodyUntilItIsPublished() {
    scenario.asCentre();
    long id = calendar.draft(Scenario.CENTRE, plan(LocalDate.now().plusMonths(1)));
    assertThat(calendar.find(id, Language.EN)).isEmpty();

    calendar.publish(id);

    assertThat(calendar.find(id, Language.EN)).isPresent();
  }

  @Test
  void daysAreThoseOfTheCentre() {
    scenario.asCentre();
    LocalDate day = LocalDate.now().plusMonths(1);
    long id = calendar.draft(Scenario.CENTRE, plan(day));
    String zone = calendar.getOwn(id, Language.EN).facts().zone().toString();

    Instant expected = day.atTime(9, 0).atZone(ZoneId.of(zone)).toInstant();
    assertThat(calendar.getOwn(id, Language.EN).facts().startsAt()).isEqualTo(expected);
  }

  @Test
  void staffOfOneCentreDoNotTouchAnother() {
    scenario.asCentre();
    long id = calendar.draft(Scenario.CENTRE, plan(LocalDate.now().plusMonths(1)));
    scenario.as(scenario.officer(Scenario.OTHER_MEMBER), Scenario.OTHER_MEMBER);

    assertThatThrownBy(() -> calendar.publish(id)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> calendar.cancel(id)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> calendar.draft(Scenario.CENTRE, plan(LocalDate.now())))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void ofTwoSavesFromOneStateTheSecondIsRefused() {
    scenario.asCentre();
    LocalDate day = LocalDate.now().plusMonths(1);
    long id = calendar.draft(Scenario.CENTRE, plan(day));
    int seen = calendar.getOwn(id, Language.EN).version();
    calendar.update(id, seen, plan(day.plusDays(7)));

    assertThatThrownBy(() -> calendar.update(id, seen, plan(day.plusDays(14))))
        .isInstanceOf(ChangedMeanwhile.class);

    OwnSession now = calendar.getOwn(id, Language.EN);
    assertThat(now.facts().firstDay()).isEqualTo(day.plusDays(7));
    calendar.update(id, now.version(), plan(day.plusDays(14)));
    assertThat(calendar.getOwn(id, Language.EN).facts().firstDay()).isEqualTo(day.plusDays(14));
  }

  @Test
  void aFormSentTwiceMakesOneDraft() {
    scenario.asCentre();
    SessionPlan plan = plan(LocalDate.now().plusMonths(1));
    String form = UUID.randomUUID().toString();
    String first = once(form, plan);

    assertThat(once(form, plan)).isEqualTo(first);
    assertThat(once(UUID.randomUUID().toString(), plan)).isNotEqualTo(first);
  }

  private String once(String form, SessionPlan plan) {
    return idempotency.once(
        1, "plan", form, plan, () -> String.valueOf(calendar.draft(Scenario.CENTRE, plan)));
  }

  @Test
  void sessionsThatBeginTogetherAreAllInTheListPageByPage() {
    scenario.asCentre();
    LocalDate day = LocalDate.of(2037, 12, 30);
    for (int i = 0; i < 3; i++) {
      publish(day);
    }
    SessionFilter filter = SessionFilter.ofCentre(Scenario.CENTRE, day, day);
    List<Long> seen = new ArrayList<>();
    String cursor = null;
    do {
      SessionPage page = calendar.list(filter, cursor, 1, Language.EN);
      page.items().forEach(each -> seen.add(each.id()));
      cursor = page.next();
    } while (cursor != null);

    assertThat(seen).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void theCentreSeesTheHistoryOfItsSessionsAndOthersDoNot() {
    scenario.asCentre();
    LocalDate day = LocalDate.now().plusMonths(1);
    long id = calendar.draft(Scenario.CENTRE, plan(day));
    calendar.update(id, calendar.getOwn(id, Language.EN).version(), plan(day));
    calendar.update(id, calendar.getOwn(id, Language.EN).version(), plan(day.plusDays(1)));
    calendar.publish(id);

    List<AuditEntry> entries = calendar.history(id).entries();
    assertThat(entries)
        .extracting(AuditEntry::action)
        .as("a save that changed nothing is no deed")
        .containsExactly("session.published", "session.changed", "session.drafted");
    assertThat(entries.get(1).changes())
        .contains(new Change("firstDay", day.toString(), day.plusDays(1).toString()));
    scenario.as(scenario.officer(Scenario.OTHER_MEMBER), Scenario.OTHER_MEMBER);
    assertThatThrownBy(() -> calendar.history(id)).isInstanceOf(NotAllowed.class);
  }

  private void publish(LocalDate day) {
    calendar.publish(calendar.draft(Scenario.CENTRE, plan(day)));
  }

  private SessionPlan plan(LocalDate day) {
    return new SessionPlan(
        scenario.number("SELECT MIN(id) FROM course"),
        day,
        day.plusDays(1),
        LocalTime.of(9, 0),
        LocalTime.of(16, 0),
        "Main hall",
        "",
        12,
        List.of("en", "fr"),
        Chain.NONE,
        null,
        false);
  }
}
