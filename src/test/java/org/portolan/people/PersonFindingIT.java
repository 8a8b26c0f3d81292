package org.portolan.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.platform.persistence.Slice;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Grant;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.security.SignedInAs;
import org.portolan.platform.web.NotFound;

/** Finding people: everybody for the platform, those of their Members for others. */
@ArquillianTest
class PersonFindingIT {
  private static final Slice FIRST = new Slice(0, 50, null, true);

  @Inject private PersonFinding finding;
  @Inject private Scenario scenario;
  @Inject private CurrentPerson me;

  @AfterEach
  void nobody() {
    scenario.asNobody();
  }

  @Test
  void somebodyIsFoundByAnyPartOfWhatTheyAreKnownByWithoutAccentsOrOffice() {
    String family = "Étoile" + UUID.randomUUID().toString().substring(0, 8);
    long person = named(family, "XS");
    scenario.asAdministrator();
    String plain = family.replace('É', 'e').toLowerCase(java.util.Locale.ROOT);

    assertThat(found(family)).containsExactly(person);
    assertThat(found(plain)).containsExactly(person);
    assertThat(found("OFFICER " + plain)).containsExactly(person);
    assertThat(found(plain + " sankoro")).containsExactly(person);
    assertThat(found(plain + " nordhavn")).isEmpty();
    assertThat(found(scenario.email(person))).containsExactly(person);
    assertThat(found(scenario.text("SELECT code FROM person WHERE id = " + person)))
        .containsExactly(person);
    assertThat(found(plain + " %")).isEmpty();
    assertThat(finding.count(new PersonFilter(plain, "XS"))).isOne();
    assertThat(finding.count(new PersonFilter(plain, "XN"))).isZero();
    assertThat(finding.count(new PersonFilter(plain, "nonsense"))).isZero();
  }

  @Test
  void everybodyFindsWhomTheyLookAfterAndNobodyElse() {
    String family = "Reach" + UUID.randomUUID().toString().substring(0, 8);
    long here = named(family, "XS");
    long there = named(family, "XN");
    long nowhere = named(family, null);

    scenario.asNobody();
    assertThatThrownBy(() -> found(family)).isInstanceOf(NotSignedIn.class);
    scenario.as(here, "XS");
    assertThatThrownBy(() -> found(family)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> finding.get(here)).isInstanceOf(NotAllowed.class);
    scenario.asEditor("WCA");
    assertThatThrownBy(() -> found(family)).isInstanceOf(NotAllowed.class);
    as(new Grant(Role.COORDINATOR, Scope.member("XS"), true));
    assertThatThrownBy(() -> found(family)).isInstanceOf(NotAllowed.class);

    as(new Grant(Role.COORDINATOR, Scope.member("XS")));
    assertThat(found(family)).containsExactly(here);
    assertThat(finding.get(here).id()).isEqualTo(here);
    assertThatThrownBy(() -> finding.get(there)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> finding.get(nowhere)).isInstanceOf(NotFound.class);
    as(new Grant(Role.ROCB, Scope.region("WCA")));
    assertThat(found(family)).containsExactly(here);
    as(new Grant(Role.ROCB, Scope.region("EUR")));
    assertThat(found(family)).containsExactly(there);
    as(new Grant(Role.SECRETARIAT, Scope.PLATFORM));
    assertThat(found(family)).containsExactlyInAnyOrder(here, there, nowhere);
    scenario.asAdministrator();
    assertThat(found(family)).containsExactlyInAnyOrder(here, there, nowhere);
  }

  @Test
  void aPageCostsOneStatementAndItsCountAnother() throws Exception {
    scenario.asAdministrator();
    finding.members();
    PersonFilter filter = new PersonFilter("a sankoro", "XS");

    assertThat(Statements.of(() -> finding.list(filter, FIRST))).hasSize(1);
    assertThat(Statements.of(() -> finding.count(filter))).hasSize(1);
    assertThat(finding.list(new PersonFilter(null, null), new Slice(0, 3, "email", false)))
        .hasSize(3);
  }

  private List<Long> found(String words) {
    return finding.list(new PersonFilter(words, null), FIRST).stream()
        .map(PersonSummary::id)
        .toList();
  }

  private void as(Grant... grants) {
    SignedInAs.person(me, 1, null, grants);
  }

  private long named(String family, String member) {
    long person = scenario.officer(member);
    scenario.sql("UPDATE person SET family_name = '" + family + "' WHERE id = " + person);
    return person;
  }
}
