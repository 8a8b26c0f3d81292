package org.portolan.finding.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.access.AbsentPeople;
import org.portolan.approval.Chain;
import org.portolan.container.MovableClock;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.finding.Finding;
import org.portolan.finding.SearchAddress;
import org.portolan.office.Office;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.search.Changes;
import org.portolan.platform.security.Grant;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;

/** Searches are kept for their owners, who are told once what is new of them. */
@ArquillianTest
class SavedSearchesIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final SearchAddress SESSIONS =
      new SearchAddress("", Map.of("type", Set.of("session"), "source", Set.of(Scenario.CENTRE)));

  @Inject private SavedSearches searches;
  @Inject private SearchAlerts alerts;
  @Inject private StopLinks links;
  @Inject private AbsentPeople absent;
  @Inject private Finding finding;
  @Inject private Scenario scenario;
  @Inject private Changes changes;
  @Inject private UserTransaction transaction;

  private long owner;

  @BeforeEach
  void owner() {
    owner = scenario.officer(Scenario.MEMBER);
    scenario.as(owner, Scenario.MEMBER);
  }

  @AfterEach
  void nobody() {
    MovableClock.release();
    scenario.asNobody();
    scenario.sql("DELETE FROM saved_search");
  }

  private SavedSearchView save(String name, SearchAddress address, Rhythm rhythm) {
    scenario.as(owner, Scenario.MEMBER);
    searches.save(address, Language.EN, name, rhythm);
    return searches.mine().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private long letters(long person) {
    return scenario.number(
        "SELECT COUNT(*) FROM mail_letter WHERE person_id = ? AND kind = ?",
        person,
        AlertLetters.KIND);
  }

  private String letter(long person) {
    return scenario.text(
        "SELECT body_text FROM mail_letter WHERE person_id = "
            + person
            + " AND kind = '"
            + AlertLetters.KIND
            + "' ORDER BY id DESC LIMIT 1");
  }

  /** How many are found; which ones a page shows is another matter where there are many. */
  private long found() {
    return finding.find("", Language.EN, SESSIONS.filters(), null, 1).total();
  }

  /** A session is published and found, and some minutes pass. */
  private long published() throws InterruptedException {
    long id = justPublished();
    MovableClock.pass(Duration.ofMinutes(5));
    return id;
  }

  /** A session is published and found this moment. */
  private long justPublished() throws InterruptedException {
    long before = found();
    long id = scenario.session(3, Chain.NONE);
    Instant limit = Instant.now().plus(SOON);
    while (found() == before && Instant.now().isBefore(limit)) {
      Thread.sleep(50);
    }
    assertThat(found()).as("sessions found").isGreaterThan(before);
    return id;
  }

  private void due() {
    scenario.sql("UPDATE saved_search SET due_at = '2026-01-01' WHERE rhythm <> 'none'");
  }

  @Test
  void whatIsKeptTwiceIsKeptOnceUnderItsFirstName() {
    SearchAddress asked = new SearchAddress(" risk ", Map.of(), "2026", "", "newest");
    save("Risk", asked, Rhythm.NONE);
    searches.save(asked, Language.EN, "Risk again", Rhythm.DAILY);
    assertThat(searches.mine())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.name()).isEqualTo("Risk");
              assertThat(each.address().page(null)).isEqualTo("/search?q=risk&from=2026");
              assertThat(each.rhythm()).isEqualTo(Rhythm.NONE);
            });
  }

  @Test
  void itIsRenamedAndRemovedByItsOwnerAlone() {
    SavedSearchView mine = save("Mine", SESSIONS, Rhythm.NONE);
    searches.change(mine.id(), mine.version(), "  Sessions\nhere ", Rhythm.WEEKLY);
    SavedSearchView changed = searches.mine().get(0);
    assertThat(changed.name()).isEqualTo("Sessions here");
    assertThat(changed.rhythm()).isEqualTo(Rhythm.WEEKLY);
    assertThatThrownBy(() -> searches.change(mine.id(), mine.version(), "Other", Rhythm.NONE))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThatThrownBy(() -> searches.change(mine.id(), changed.version(), " ", Rhythm.NONE))
        .isInstanceOf(SavedSearchRefused.class);

    long other = scenario.officer(Scenario.MEMBER);
    scenario.as(other, Scenario.MEMBER);
    assertThat(searches.mine()).isEmpty();
    assertThatThrownBy(() -> searches.remove(mine.id(), changed.version()))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> searches.change(mine.id(), changed.version(), "Taken", Rhythm.NONE))
        .isInstanceOf(NotFound.class);
    scenario.asNobody();
    assertThatThrownBy(() -> searches.mine()).isInstanceOf(NotSignedIn.class);
    assertThatThrownBy(() -> searches.save(SESSIONS, Language.EN, "x", Rhythm.NONE))
        .isInstanceOf(NotSignedIn.class);

    scenario.as(owner, Scenario.MEMBER);
    searches.remove(mine.id(), changed.version());
    assertThat(searches.mine()).isEmpty();
  }

  @Test
  void nobodyKeepsMoreThanTheyCanLookThrough() {
    for (int i = 0; i < SavedSearches.MOST; i++) {
      searches.save(new SearchAddress("word" + i, Map.of()), Language.EN, "n" + i, Rhythm.NONE);
    }
    assertThatThrownBy(
            () ->
                searches.save(
                    new SearchAddress("one more", Map.of()), Language.EN, "n", Rhythm.NONE))
        .isInstanceOf(SavedSearchRefused.class)
        .hasMessage("many");
    assertThat(searches.mine()).hasSize(SavedSearches.MOST);
  }

  @Test
  void whatIsNewIsToldOnce() throws Exception {
    save("Sessions of the centre", SESSIONS, Rhythm.DAILY);
    due();
    alerts.tell();
    assertThat(letters(owner)).as("nothing is new yet").isZero();

    long session = published();
    due();
    alerts.tell();
    assertThat(letters(owner)).isEqualTo(1);
    assertThat(letter(owner))
        .contains("Sessions of the centre", "/calendar/session/" + session, "/search/stop?")
        .doesNotContain("2 new");
    due();
    alerts.tell();
    assertThat(letters(owner)).as("told already").isEqualTo(1);
    assertThat(scenario.number("SELECT COUNT(*) FROM saved_search WHERE due_at > NOW()"))
        .isEqualTo(1);
  }

  @Test
  void allSearchesOfAPersonComeInOneLetter() throws Exception {
    save("One", SESSIONS, Rhythm.DAILY);
    save("Two", new SearchAddress("", Map.of("type", Set.of("session"))), Rhythm.WEEKLY);
    save("Quiet", new SearchAddress("nothing-has-this-word", Map.of()), Rhythm.DAILY);
    published();
    due();
    alerts.tell();
    assertThat(letters(owner)).isEqualTo(1);
    assertThat(letter(owner)).contains("“One”", "“Two”").doesNotContain("Quiet");

    // the header stops what the letter tells of, and nothing else
    String header = scenario.text("SELECT unsubscribe FROM mail_letter WHERE person_id = " + owner);
    String token =
        URLDecoder.decode(header.substring(header.indexOf("token=") + 6), StandardCharsets.UTF_8);
    scenario.asNobody();
    searches.stop(token);
    scenario.as(owner, Scenario.MEMBER);
    assertThat(searches.mine())
        .allSatisfy(
            each ->
                assertThat(each.rhythm())
                    .isEqualTo(each.name().equals("Quiet") ? Rhythm.DAILY : Rhythm.NONE));
  }

  @Test
  void whatAFailureUndoesIsToldTheNextTime() throws Exception {
    save("Sessions", SESSIONS, Rhythm.DAILY);
    published();
    due();
    transaction.begin();
    alerts.tell();
    transaction.rollback();
    assertThat(letters(owner)).isZero();
    alerts.tell();
    assertThat(letters(owner)).isEqualTo(1);
  }

  @Test
  void whatWasPublishedAMomentAgoIsToldLater() throws Exception {
    save("Sessions", SESSIONS, Rhythm.DAILY);
    justPublished();
    due();
    alerts.tell();
    assertThat(letters(owner)).isZero();
    published();
    due();
    alerts.tell();
    assertThat(letter(owner)).contains("2 new results");
  }

  @Test
  void whoBeginsToBeToldIsToldOfWhatComesFromThenOn() throws Exception {
    SavedSearchView quiet = save("Sessions", SESSIONS, Rhythm.NONE);
    published();
    scenario.as(owner, Scenario.MEMBER);
    searches.change(quiet.id(), quiet.version(), "Sessions", Rhythm.DAILY);
    due();
    alerts.tell();
    assertThat(letters(owner)).isZero();
  }

  @Test
  void aLinkOfTheLetterStopsLettersAndNothingElse() throws Exception {
    SavedSearchView search = save("Sessions", SESSIONS, Rhythm.DAILY);
    scenario.asNobody();
    String token = links.write(search.id());
    assertThat(searches.ofLink(token))
        .extracting(SavedSearchView::name)
        .containsExactly("Sessions");
    searches.stop("9" + token);
    searches.stop(null);
    assertThat(searches.ofLink(token))
        .extracting(SavedSearchView::rhythm)
        .containsExactly(Rhythm.DAILY);
    searches.stop(token);
    assertThat(searches.ofLink(token))
        .extracting(SavedSearchView::rhythm)
        .containsExactly(Rhythm.NONE);
    published();
    scenario.sql("UPDATE saved_search SET told_until = '2026-01-01'");
    due();
    alerts.tell();
    assertThat(letters(owner)).isZero();
    scenario.as(owner, Scenario.MEMBER);
    assertThat(searches.mine()).hasSize(1);
  }

  @Test
  void aPersonWhoIsNotThereHoldsWhatTheyHoldNow() {
    long holder = scenario.officer(Scenario.MEMBER);
    scenario.mandate(holder, Office.COORDINATOR, Scope.member(Scenario.MEMBER));
    var people = absent.of(List.of(owner, holder, Long.MAX_VALUE));
    assertThat(people.keySet()).containsExactlyInAnyOrder(owner, holder);
    assertThat(people.get(owner).grants()).isEmpty();
    assertThat(people.get(owner).memberCode()).isEqualTo(Scenario.MEMBER);
    assertThat(people.get(holder).grants())
        .contains(new Grant(Role.COORDINATOR, Scope.member(Scenario.MEMBER)));
    assertThat(people.get(holder).visibility())
        .contains("public", "person:" + holder, "member:" + Scenario.MEMBER);
    scenario.endMandates(holder);
    assertThat(absent.of(List.of(holder)).get(holder).visibility())
        .containsExactlyInAnyOrder("public", "person:" + holder);
    scenario.sql(
        "UPDATE person SET merged_at = '2026-01-01', merged_into = "
            + owner
            + " WHERE id = "
            + holder);
    assertThat(absent.of(List.of(holder))).isEmpty();
    scenario.sql("UPDATE person SET merged_at = NULL, merged_into = NULL WHERE id = " + holder);
  }

  @Test
  void nobodyIsToldOfWhatIsNotForThem() throws Exception {
    long practice =
        scenario.number(
            "SELECT MIN(id) FROM practice WHERE state = 'published' AND member_code IS NOT"
                + " NULL");
    String before =
        scenario.text(
            "SELECT CONCAT('readers = ''', readers, ''', published_at = ''', published_at, '''')"
                + " FROM practice WHERE id = "
                + practice);
    String member = scenario.text("SELECT member_code FROM practice WHERE id = " + practice);
    SearchAddress practices = new SearchAddress("", Map.of("type", Set.of("practice")));
    save("Practices", practices, Rhythm.DAILY);
    long reader = owner;
    scenario.sql("UPDATE person SET member_code = '" + member + "' WHERE id = " + reader);
    owner = scenario.officer(Scenario.MEMBER);
    save("Practices", practices, Rhythm.DAILY);
    long stranger = owner;
    scenario.sql(
        "UPDATE person SET member_code = (SELECT MIN(code) FROM member_state WHERE code <> '"
            + member
            + "') WHERE id = "
            + stranger);
    changed(practice, "readers = 'member', published_at = UTC_TIMESTAMP(6)");
    published();
    due();
    alerts.tell();
    assertThat(letters(reader)).isEqualTo(1);
    assertThat(letters(stranger)).isZero();
    changed(practice, before);
  }

  private void changed(long practice, String columns) throws Exception {
    scenario.sql("UPDATE practice SET " + columns + " WHERE id = " + practice);
    transaction.begin();
    changes.record("practice", practice);
    transaction.commit();
  }

  @Test
  void manyAreToldInAsManyStatementsAsFew() throws Exception {
    published();
    int few = told(2);
    int many = told(30);
    assertThat(many).isEqualTo(few);
  }

  private int told(int owners) throws Exception {
    scenario.sql("DELETE FROM saved_search");
    for (int i = 0; i < owners; i++) {
      owner = scenario.officer(Scenario.MEMBER);
      save("Sessions", SESSIONS, Rhythm.DAILY);
    }
    scenario.sql("UPDATE saved_search SET told_until = '2026-01-01'");
    due();
    int statements = Statements.of(alerts::tell).size();
    assertThat(letters(owner)).isEqualTo(1);
    return statements;
  }
}
