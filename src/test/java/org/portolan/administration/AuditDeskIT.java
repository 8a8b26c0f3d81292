package org.portolan.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.people.PersonSummary;
import org.portolan.platform.audit.AuditFilter;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Grant;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.security.SignedInAs;

/** The audit trail is for administrators, and reading it leaves nothing behind. */
@ArquillianTest
class AuditDeskIT {
  @Resource private UserTransaction transaction;
  @Inject private AuditTrail audit;
  @Inject private AuditDesk desk;
  @Inject private Scenario scenario;
  @Inject private CurrentPerson me;

  @AfterEach
  void nobody() {
    scenario.asNobody();
  }

  @Test
  void nobodyButAnAdministratorReadsIt() {
    scenario.asNobody();
    assertThatThrownBy(() -> desk.search(AuditFilter.ALL, null)).isInstanceOf(NotSignedIn.class);
    SignedInAs.person(me, 1, null, new Grant(Role.SECRETARIAT, Scope.PLATFORM));
    assertThatThrownBy(() -> desk.search(AuditFilter.ALL, null)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> desk.state()).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> desk.person("1")).isInstanceOf(NotAllowed.class);
  }

  @Test
  void somebodyIsKnownByTheNumberOrTheAddressOfTheirAccount() {
    long person = scenario.officer(Scenario.MEMBER);
    scenario.asAdministrator();

    assertThat(desk.person(Long.toString(person))).map(PersonSummary::id).contains(person);
    assertThat(desk.person(scenario.email(person))).map(PersonSummary::id).contains(person);
    assertThat(desk.person("nobody at all")).isEmpty();
  }

  @Test
  void theStateTellsHowFarTheChainIsSealedAndReadingAddsNothing() throws Exception {
    scenario.asAdministrator();
    transaction.begin();
    audit.entry("test.changed", "test", 1).change("seats", 10, 12).write();
    transaction.commit();
    long before = scenario.number("SELECT COUNT(*) FROM audit_entry");

    assertThat(Statements.of(() -> desk.state())).hasSize(1);
    assertThat(Statements.of(() -> desk.search(AuditFilter.ALL, null)).size())
        .isLessThanOrEqualTo(2);
    assertThat(desk.state().sealed() + desk.state().waiting()).isPositive();
    assertThat(scenario.number("SELECT COUNT(*) FROM audit_entry")).isEqualTo(before);
  }
}
