package org.portolan.people.colleague;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.finding.Finding;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.search.Suggestion;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.web.NotFound;

/** Who agreed is found by name in their region, and nobody else is. */
@ArquillianTest
class ColleaguesIT {
  @Inject private Colleagues colleagues;
  @Inject private Finding finding;
  @Inject private Scenario scenario;

  private final String name = "Q" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "q";
  private long person;
  private String neighbour;
  private String stranger;

  @BeforeEach
  void somebody() {
    person = scenario.officer(Scenario.MEMBER);
    scenario.sql(
        "UPDATE person SET given_name = 'Anna Lena', family_name = '"
            + name
            + "' WHERE id = "
            + person);
    String region = scenario.regionOf(Scenario.MEMBER);
    neighbour =
        scenario.text(
            "SELECT MIN(code) FROM member_state WHERE region_code = '"
                + region
                + "' AND code <> '"
                + Scenario.MEMBER
                + "'");
    stranger =
        scenario.text("SELECT MIN(code) FROM member_state WHERE region_code <> '" + region + "'");
  }

  @AfterEach
  void nobody() {
    scenario.asNobody();
  }

  private void agree(boolean findable) {
    scenario.sql("DELETE FROM profile WHERE person_id = " + person);
    scenario.sql(
        "INSERT INTO profile (person_id, grade, languages, supervisor_name, supervisor_email,"
            + " gender, zone, accessibility, name_public, findable, version) VALUES ("
            + person
            + ", '', '', '', '', '', '', '', TRUE, "
            + findable
            + ", 1)");
  }

  private void as(String member) {
    scenario.as(scenario.officer(member), member);
  }

  private List<Long> found(String typed) {
    return colleagues.begun(typed, 5).stream().map(Colleague::id).toList();
  }

  @Test
  void nobodyIsFoundWhoDidNotAgree() {
    as(neighbour);
    assertThat(found(name)).isEmpty();
    agree(false);
    assertThat(found(name)).isEmpty();
    assertThatThrownBy(() -> colleagues.get(person)).isInstanceOf(NotFound.class);
  }

  @Test
  void whoAgreedIsFoundInTheRegionAndNowhereElse() {
    agree(true);
    as(Scenario.MEMBER);
    assertThat(found(name)).containsExactly(person);
    as(neighbour);
    assertThat(found(name)).containsExactly(person);
    assertThat(colleagues.get(person).memberCode()).isEqualTo(Scenario.MEMBER);
    as(stranger);
    assertThat(found(name)).isEmpty();
    assertThatThrownBy(() -> colleagues.get(person)).isInstanceOf(NotFound.class);
    scenario.as(scenario.officer(Scenario.MEMBER), null);
    assertThat(found(name)).isEmpty();
    scenario.asAdministrator();
    assertThat(found(name)).containsExactly(person);
  }

  @Test
  void forVisitorsNothingIsEvenAsked() throws Exception {
    agree(true);
    scenario.asNobody();
    assertThat(Statements.of(() -> colleagues.begun(name, 5))).isEmpty();
    assertThat(found(name)).isEmpty();
    assertThatThrownBy(() -> colleagues.get(person)).isInstanceOf(NotSignedIn.class);
  }

  @Test
  void eachWordBeginsAWordOfTheName() throws Exception {
    agree(true);
    as(neighbour);
    assertThat(found(name.toLowerCase(Locale.ROOT) + " lena")).containsExactly(person);
    assertThat(found("anna " + name)).containsExactly(person);
    assertThat(found("ena " + name)).isEmpty();
    assertThat(found(name.substring(1))).doesNotContain(person);
    for (String odd : List.of("", " ", "%", "_" + name.substring(1), "!%", "'" + name)) {
      assertThat(found(odd)).as(odd).doesNotContain(person);
    }
    assertThat(Statements.of(() -> colleagues.begun(name, 5))).hasSize(1);
  }

  @Test
  void theyAreSuggestedUnderTheSearchBox() {
    agree(true);
    as(neighbour);
    assertThat(finding.suggest(name, Language.EN))
        .filteredOn(each -> each.kind().equals(Finding.PERSON))
        .extracting(Suggestion::path)
        .containsExactly("/colleagues/" + person);
    scenario.asNobody();
    assertThat(finding.suggest(name, Language.EN)).isEmpty();
  }
}
