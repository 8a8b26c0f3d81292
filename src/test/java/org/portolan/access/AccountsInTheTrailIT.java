package org.portolan.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.platform.audit.AuditEntry;
import org.portolan.platform.audit.AuditFilter;
import org.portolan.platform.audit.AuditReading;
import org.portolan.platform.audit.Change;
import org.portolan.platform.security.TokenScope;

/** What people do with their accounts, as the audit trail tells it. */
@ArquillianTest
class AccountsInTheTrailIT {
  @Inject private AccountService account;
  @Inject private SignInService signIns;
  @Inject private AuditReading trail;
  @Inject private Scenario scenario;

  @AfterEach
  void nobody() {
    scenario.asNobody();
  }

  @Test
  void aTokenIsMadeAndRevokedByItsOwnerAndItsNameIsEncrypted() {
    long person = scenario.officer(Scenario.MEMBER);
    scenario.as(person, Scenario.MEMBER);
    assertThat(account.createToken("Nightly copy of Anna", Set.of(TokenScope.READ), 30))
        .isPresent();
    long token = account.personalTokens().get(0).id();
    account.revokeToken(token);

    List<AuditEntry> entries = entries("token", token);
    assertThat(entries)
        .extracting(AuditEntry::action)
        .containsExactly("token.revoked", "token.made");
    assertThat(entries).allMatch(entry -> entry.actorId() == person);
    assertThat(entries.get(1).personal())
        .containsExactly(
            new AuditEntry.Personal(
                person, new Change("name", null, "Nightly copy of Anna"), false));
    assertThat(
            scenario.number(
                "SELECT COUNT(*) FROM audit_entry WHERE personal LIKE '%copy of Anna%' OR"
                    + " changes LIKE '%copy of Anna%'"))
        .isZero();
  }

  @Test
  void wrongPasswordsAreToldOnceAndThoseForNobodyNever() throws Exception {
    long person = scenario.officer(Scenario.MEMBER);
    String email = scenario.text("SELECT email FROM person WHERE id = " + person);
    long before = scenario.number("SELECT COUNT(*) FROM audit_entry");

    for (int i = 0; i < 3; i++) {
      signIns.signIn(email, "wrong", "192.0.2.1", "test", Optional.empty());
      signIns.signIn("nobody-" + email, "wrong", "192.0.2.1", "test", Optional.empty());
    }
    for (int i = 0; i < 100 && entries("person", person).isEmpty(); i++) {
      Thread.sleep(50);
    }

    List<AuditEntry> entries = entries("person", person);
    assertThat(entries).extracting(AuditEntry::action).containsExactly("account.sign-in-failed");
    assertThat(entries.get(0).changes()).containsExactly(new Change("tries", null, "1"));
    assertThat(entries.get(0).actorId()).isNull();
    assertThat(scenario.number("SELECT COUNT(*) FROM audit_entry")).isEqualTo(before + 1);
  }

  private List<AuditEntry> entries(String kind, long id) {
    return trail.search(AuditFilter.ofRecord(kind, Long.toString(id)), null, 10).entries();
  }
}
