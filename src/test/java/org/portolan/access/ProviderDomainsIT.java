package org.portolan.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.people.MailDomains;

/** An administration is known by the domains of the providers that it has switched on. */
@ArquillianTest
class ProviderDomainsIT {
  @Inject private MailDomains domains;
  @Inject private Scenario scenario;

  @Test
  void aProviderThatIsSwitchedOffSaysNothingOfIt() {
    String on = provider(true);
    String off = provider(false);
    assertThat(domains.of(Set.of(Scenario.MEMBER)).get(Scenario.MEMBER))
        .contains(on)
        .doesNotContain(off);
    scenario.sql("UPDATE identity_provider SET active = 0 WHERE issuer = 'https://" + on + "'");
    assertThat(domains.of(Set.of(Scenario.MEMBER)).getOrDefault(Scenario.MEMBER, Set.of()))
        .doesNotContain(on);
  }

  private String provider(boolean active) {
    String domain = "p" + UUID.randomUUID() + ".example";
    scenario.sql(
        "INSERT INTO identity_provider (member_code, name, issuer, client_id, strong_acr, active,"
            + " version) VALUES ('"
            + Scenario.MEMBER
            + "', 'x', 'https://"
            + domain
            + "', 'x', '', "
            + (active ? 1 : 0)
            + ", 1)");
    scenario.sql(
        "INSERT INTO identity_provider_domain (provider_id, domain) SELECT id, '"
            + domain
            + "' FROM identity_provider WHERE issuer = 'https://"
            + domain
            + "'");
    return domain;
  }
}
