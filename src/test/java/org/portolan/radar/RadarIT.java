package org.portolan.radar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.calendar.CalendarService;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.office.Office;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;
import org.portolan.radar.rules.Finding;
import org.portolan.radar.rules.FindingKind;

/**
 * Who sees the radar of a region, what is on it, and what is let be. Each test has its own year.
 */
@ArquillianTest
class RadarIT {
  @Inject private Radar radar;
  @Inject private CalendarService calendar;
  @Inject private Scenario scenario;

  private RadarCast cast;

  @BeforeEach
  void cast() {
    cast = RadarCast.inWestAfrica(scenario, calendar);
  }

  @AfterEach
  void leave() {
    cast.leave();
  }

  private RadarReport report(int year) {
    return radar.report(
        cast.region, new RadarFilter(String.valueOf(year), null, null), Language.EN);
  }

  /** Of two small drafts of two centres, a week apart. */
  private void twoDrafts(int year) {
    cast.draft(cast.one, LocalDate.of(year, 10, 1), 12);
    cast.draft(cast.other, LocalDate.of(year, 10, 8), 15);
  }

  private static ShownFinding only(List<ShownFinding> shown, FindingKind kind) {
    List<ShownFinding> of = shown.stream().filter(each -> each.finding().kind() == kind).toList();
    assertThat(of).hasSize(1);
    return of.get(0);
  }

  @Test
  void whoCoordinatesARegionSeesTheDraftsOfAllItsCentres() {
    twoDrafts(2028);
    cast.as(cast.coordinator);
    ShownFinding found = only(report(2028).open(), FindingKind.JOINT_EDITION);
    assertThat(found.finding().centres()).containsExactly(cast.one, cast.other);
    assertThat(found.finding().figure()).isEqualTo(27);
    assertThat(found.jointly()).isTrue();
    assertThat(found.contacts())
        .contains(scenario.email(cast.staff), scenario.email(cast.otherStaff));
    assertThat(report(2028).counts()).containsEntry("joint-edition", 1);
  }

  @Test
  void aCentreSeesWhatConcernsItAndActsOnNothing() {
    twoDrafts(2029);
    long third = cast.holder(Office.CENTRE_STAFF, Scope.centre("DEMO-RTC-XS3"));
    cast.as(cast.staff);
    RadarReport own = report(2029);
    String finding = only(own.open(), FindingKind.JOINT_EDITION).finding().fingerprint();
    assertThat(own.acts()).isFalse();
    assertThat(own.open().get(0).contacts()).isEmpty();
    assertThatThrownBy(() -> radar.dismiss(cast.region, 2029, finding, "No."))
        .isInstanceOf(NotAllowed.class);
    cast.as(third);
    assertThat(report(2029).open()).isEmpty();
    scenario.endMandates(third);
  }

  @Test
  void nobodyElseSeesARegion() {
    scenario.asNobody();
    assertThatThrownBy(() -> report(2029)).isInstanceOf(NotSignedIn.class);
    scenario.asCoordinator(Scenario.MEMBER);
    assertThatThrownBy(() -> report(2029)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(
            () ->
                calendar.ofRegion(cast.region, LocalDate.of(2029, 7, 1), LocalDate.of(2030, 6, 30)))
        .isInstanceOf(NotAllowed.class);
    long elsewhere = cast.holder(Office.ROCB_OFFICER, Scope.region("EUR"));
    cast.as(elsewhere);
    assertThatThrownBy(() -> report(2029)).isInstanceOf(NotAllowed.class);
    assertThat(radar.regions()).extracting("code").containsExactly("EUR");
    assertThatThrownBy(() -> radar.report("NOWHERE", RadarFilter.everything(), Language.EN))
        .isInstanceOf(NotFound.class);
    scenario.endMandates(elsewhere);
  }

  @Test
  void whatIsDismissedStaysAwayUntilSomethingBehindItChanges() {
    cast.draft(cast.one, LocalDate.of(2030, 10, 1), 12);
    long moved = cast.draft(cast.other, LocalDate.of(2030, 10, 8), 15);
    cast.as(cast.coordinator);
    Finding finding = only(report(2030).open(), FindingKind.JOINT_EDITION).finding();
    assertThatThrownBy(() -> radar.dismiss(cast.region, 2030, finding.fingerprint(), "  "))
        .isInstanceOf(RadarRefused.class)
        .hasMessage("radar.problem.reason");
    assertThatThrownBy(
            () -> radar.dismiss(cast.region, 2030, finding.fingerprint(), "x".repeat(501)))
        .hasMessage("radar.problem.long");
    assertThatThrownBy(() -> radar.dismiss(cast.region, 2030, "no such thing", "So."))
        .hasMessage("radar.problem.gone");

    radar.dismiss(cast.region, 2030, finding.fingerprint(), " Different halls. ");
    RadarReport after = report(2030);
    assertThat(after.open()).isEmpty();
    ShownFinding letBe = only(after.dismissed(), FindingKind.JOINT_EDITION);
    assertThat(letBe.dismissed().reason()).isEqualTo("Different halls.");
    assertThat(letBe.dismissed().by()).startsWith("Officer");
    assertThat(letBe.changed()).isFalse();
    assertThat(
            scenario.number(
                "SELECT COUNT(*) FROM audit_entry WHERE action = 'radar.dismissed' AND actor_id = "
                    + cast.coordinator))
        .isEqualTo(1);

    cast.as(cast.otherStaff);
    calendar.update(
        moved,
        calendar.getOwn(moved, Language.EN).version(),
        cast.plan(LocalDate.of(2030, 10, 15), 15));
    cast.as(cast.coordinator);
    ShownFinding again = only(report(2030).open(), FindingKind.JOINT_EDITION);
    assertThat(again.changed()).isTrue();
    assertThat(again.dismissed().reason()).isEqualTo("Different halls.");
  }

  @Test
  void whatIsDismissedCanBeShownAgain() {
    twoDrafts(2031);
    cast.as(cast.coordinator);
    String finding = only(report(2031).open(), FindingKind.JOINT_EDITION).finding().fingerprint();
    radar.dismiss(cast.region, 2031, finding, "Agreed.");
    radar.dismiss(cast.region, 2031, finding, "Said twice.");
    assertThat(report(2031).dismissed()).hasSize(1);
    radar.restore(cast.region, 2031, finding);
    assertThat(report(2031).dismissed()).isEmpty();
    assertThat(only(report(2031).open(), FindingKind.JOINT_EDITION).changed()).isFalse();
  }

  @Test
  void filtersNarrowAndWhatMeansNothingIsNamed() {
    twoDrafts(2032);
    cast.as(cast.coordinator);
    assertThat(filtered("2032", "joint-edition", null).total()).isEqualTo(1);
    assertThat(filtered("2032", "full-week", cast.one).total()).isZero();
    assertThat(filtered("2032", null, "DEMO-RTC-XS3").total()).isZero();
    assertThat(filtered("twenty", "nothing", "RTC-CN").unknown())
        .containsOnlyKeys("year", "kind", "centre");
    assertThat(filtered("1066", null, null).unknown()).containsOnlyKeys("year");
  }

  private RadarReport filtered(String year, String kind, String centre) {
    return radar.report(cast.region, new RadarFilter(year, kind, centre), Language.EN);
  }

  @Test
  void theRadarTakesAsManyStatementsWhateverTheNumberOfSessions() throws Exception {
    twoDrafts(2033);
    cast.as(cast.coordinator);
    report(2033);
    int few = Statements.of(() -> report(2033)).size();
    for (int week = 0; week < 12; week++) {
      cast.draft(cast.one, LocalDate.of(2033, 11, 3).plusWeeks(week), 12);
      cast.draft(cast.other, LocalDate.of(2033, 11, 3).plusWeeks(week), 12);
    }
    cast.as(cast.coordinator);
    report(2033);
    assertThat(report(2033).total()).isGreaterThan(5);
    assertThat(Statements.of(() -> report(2033))).hasSize(few).hasSizeLessThan(20);
  }
}
