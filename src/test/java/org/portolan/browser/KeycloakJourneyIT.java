package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.portolan.running.KeycloakServer;

/** An officer signs in at a real provider. Runs in the profile {@code oidc}, which fetches it. */
class KeycloakJourneyIT {

  @Test
  void anOfficerSignsInAtKeycloak() {
    Assumptions.assumeTrue(KeycloakServer.there(), "Keycloak is fetched by mvn -Poidc verify");
    try (KeycloakServer keycloak = new KeycloakServer();
        Window admin = Window.of("admin", "en");
        Window officer = Window.of("en")) {
      admin.go("/desk/sign-in-providers/new");
      admin.find("#name").fill("Customs by Keycloak");
      admin.find("#member").fill("XS");
      admin.find("#issuer").fill(keycloak.issuer());
      admin.find("#client").fill(KeycloakServer.CLIENT);
      admin.find("#secret").fill(KeycloakServer.SECRET);
      admin.find("#domains").fill("demo.portolan.example");
      admin.find("#active").check();
      admin.find("#save").click();

      officer.go("/sign-in?to=/account");
      officer.find("#email").fill(KeycloakServer.OFFICER);
      officer.find("#find").click();
      officer.find("#away").click();
      officer.page.locator("#username").fill(KeycloakServer.OFFICER);
      officer.page.locator("#password").fill(KeycloakServer.PASSWORD);
      officer.page.locator("#kc-login").click();
      officer.page.waitForURL("**/account");
      assertThat(officer.main()).containsText(KeycloakServer.OFFICER);

      // a session is open at the provider: it asks for the password all the same
      officer.go("/account/confirm?to=/account/tokens");
      officer.find("a[href*='prove=1']").click();
      officer.page.locator("#password").fill(KeycloakServer.PASSWORD);
      officer.page.locator("#kc-login").click();
      officer.page.waitForURL("**/account/tokens");
      assertThat(officer.main()).containsText(officer.text("access", "tokens.title"));

      admin.find("tr:has-text('Customs by Keycloak') a").click();
      admin.find("#test").click();
      assertThat(admin.find(".note")).containsText(admin.text("access", "provider.answers"));
      admin.find("#domains").fill("keycloak.customs.example");
      admin.find("#active").uncheck();
      admin.find("#save").click();
      assertThat(admin.page.url()).endsWith("/desk/sign-in-providers");
    }
  }
}
