package org.portolan.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.finding.Finding;
import org.portolan.finding.SearchAddress;
import org.portolan.people.Erasures;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.search.SearchResult;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.web.NotFound;

/** Administrations say that they used a practice, and searches follow. */
@ArquillianTest
class UsesIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  /** Of the Member XE, for everybody. */
  private static final String PRACTICE = "DEMO-PR-040";

  /** For the region WCA alone. */
  private static final String NARROW = "DEMO-PR-073";

  @Inject private Uses uses;
  @Inject private Finding finding;
  @Inject private Scenario scenario;
  @Inject private Erasures erasures;

  @AfterEach
  void nobody() {
    scenario.asNobody();
    scenario.sql(
        "DELETE FROM practice_use WHERE practice_id IN (SELECT id FROM practice WHERE code IN ('"
            + PRACTICE
            + "', '"
            + NARROW
            + "'))");
  }

  private void report(String member, String year, String words) throws InvalidUse {
    scenario.as(scenario.officer(member), member);
    uses.report(PRACTICE, new UseReport(year, "", words), Language.EN);
  }

  private long practice() {
    return scenario.number("SELECT id FROM practice WHERE code = ?", PRACTICE);
  }

  @Test
  void administrationsAreCountedOnceHoweverOftenTheyReport() throws Exception {
    report("XS", "2025", "First");
    report("XS", "2026", "Again");
    report("XN", "2024", "Other");
    scenario.asNobody();

    UsedPractice used = uses.of(PRACTICE);
    assertThat(used.administrations()).isEqualTo(2);
    assertThat(used.uses())
        .extracting(UseSummary::report)
        .containsExactly("Again", "First", "Other");
    assertThat(used.uses()).noneMatch(UseSummary::withdrawable);
    LatestUses latest = uses.latest(practice(), 2);
    assertThat(latest.administrations()).isEqualTo(2);
    assertThat(latest.uses()).extracting(UseSummary::report).containsExactly("Again", "First");
    long practice = practice();
    assertThat(Statements.of(() -> uses.latest(practice, 3))).hasSize(1);
    assertThat(scenario.number("SELECT COUNT(*) FROM audit_entry WHERE action = 'use.reported'"))
        .isGreaterThanOrEqualTo(3);
  }

  @Test
  void oneReportForAnAdministrationAndAYear() throws Exception {
    report("XS", "2025", "First");
    assertRefused("XS", "2025", "once");
    assertRefused("XE", "2025", "own");
    assertRefused(null, "2025", "member");
    assertThat(uses.of(PRACTICE).uses()).hasSize(1);
    scenario.asNobody();
    assertThatThrownBy(() -> uses.report(PRACTICE, new UseReport("2025", "", "x"), Language.EN))
        .isInstanceOf(NotSignedIn.class);
  }

  private void assertRefused(String member, String year, String problem) {
    assertThatThrownBy(() -> report(member, year, "words"))
        .isInstanceOfSatisfying(InvalidUse.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }

  @Test
  void whoeverReportedAndTheirCoordinatorTakeItBack() throws Exception {
    report("XS", "2025", "Mine");
    UseSummary mine = uses.of(PRACTICE).uses().get(0);
    assertThat(mine.withdrawable()).isTrue();
    uses.withdraw(mine.id());
    assertThat(uses.of(PRACTICE).uses()).isEmpty();

    report("XS", "2025", "Theirs");
    long id = uses.of(PRACTICE).uses().get(0).id();
    scenario.as(scenario.officer("XS"), "XS");
    assertThatThrownBy(() -> uses.withdraw(id)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> uses.desk()).isInstanceOf(NotAllowed.class);
    scenario.asCoordinator("XN");
    assertThatThrownBy(() -> uses.withdraw(id)).isInstanceOf(NotFound.class);
    assertThat(uses.desk()).noneMatch(each -> each.use().id() == id);
    scenario.asCoordinator("XS");
    assertThat(uses.desk())
        .filteredOn(each -> each.use().id() == id)
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.practice().code()).isEqualTo(PRACTICE);
              assertThat(each.use().withdrawable()).isTrue();
            });
    int statements = Statements.of(() -> uses.desk()).size();
    assertThat(statements).isLessThanOrEqualTo(4);
    uses.withdraw(id);
    assertThat(uses.of(PRACTICE).uses()).isEmpty();
  }

  @Test
  void whatIsForARegionIsReportedAndReadThere() throws Exception {
    scenario.as(scenario.officer("XN"), "XN");
    assertThatThrownBy(() -> uses.of(NARROW)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> uses.report(NARROW, new UseReport("2025", "", "x"), Language.EN))
        .isInstanceOf(NotFound.class);
    scenario.sql(
        "INSERT INTO practice_use (practice_id, member_code, used_year, report, language,"
            + " reported_by, reported_at) SELECT id, 'XN', 2025, 'x', 'en', 1, NOW() FROM practice"
            + " WHERE code = '"
            + NARROW
            + "'");
    scenario.asCoordinator("XN");
    assertThat(uses.desk())
        .filteredOn(each -> each.practice() == null)
        .as("what the Member reported of a practice that it cannot read any more")
        .hasSize(1);
    scenario.asNobody();
    assertThatThrownBy(() -> uses.of(NARROW)).isInstanceOf(NotFound.class);
    scenario.as(scenario.officer("XS"), "XS");
    assertThat(uses.of(NARROW).administrations()).isEqualTo(1);
  }

  @Test
  void aSearchSortsByHowManyUsedIt() throws Exception {
    for (String member : List.of("XS", "XN", "XC", "XM", "XT", "XQ")) {
      report(member, "2025", "Used");
    }
    SearchResult.Hit first = await("6");
    assertThat(first.path()).isEqualTo("/knowledge/" + PRACTICE);
    assertThat(first.details()).containsEntry("reuses", "6");

    uses.withdraw(
        uses.of(PRACTICE).uses().stream()
            .filter(UseSummary::withdrawable)
            .findFirst()
            .orElseThrow()
            .id());
    assertThat(await("5").details()).containsEntry("reuses", "5");
  }

  /** The first by use, as soon as that is so often; else whatever is first. */
  private SearchResult.Hit await(String times) throws InterruptedException {
    SearchAddress address =
        new SearchAddress("", Map.of("type", Set.of("practice")), "", "", "reused");
    Instant limit = Instant.now().plus(SOON);
    SearchResult.Hit first;
    do {
      Thread.sleep(50);
      first = finding.find(address, Language.EN, null, 5, List.of(), false).hits().get(0);
    } while (!times.equals(first.details().get("reuses")) && Instant.now().isBefore(limit));
    return first;
  }

  @Test
  void theReportStaysWhenWhoeverWroteItIsErased() throws Exception {
    long reporter = scenario.officer("XS");
    scenario.as(reporter, "XS");
    uses.report(PRACTICE, new UseReport("2025", "3", "Adapted"), Language.FR);
    scenario.asAdministrator();
    erasures.execute(scenario.email(reporter), "asked");
    scenario.asNobody();
    assertThat(uses.of(PRACTICE).uses())
        .singleElement()
        .satisfies(
            use -> {
              assertThat(use.member()).isEqualTo("XS");
              assertThat(use.month()).isEqualTo(3);
              assertThat(use.language()).isEqualTo("fr");
            });
  }
}
