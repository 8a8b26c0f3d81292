package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portolan.running.LoopbackProvider;

/** An administrator adds a provider, and an officer of that administration signs in there. */
class OidcJourneyIT {

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void anOfficerSignsInAtTheirAdministration(String language) {
    try (LoopbackProvider provider = new LoopbackProvider();
        Window admin = Window.of("admin", language);
        Window officer = Window.of(language)) {
      admin.go("/desk/sign-in-providers/new");
      admin.find("#save").click();
      assertThat(admin.find(".field.bad")).not().hasCount(0);
      admin.look("provider-nothing-typed");
      String name = "Customs <b>of</b> " + language;
      admin.find("#name").fill(name);
      admin.find("#member").fill("XS");
      admin.find("#issuer").fill(provider.issuer());
      admin.find("#client").fill(LoopbackProvider.CLIENT);
      admin.find("#secret").fill(LoopbackProvider.SECRET);
      admin.find("#domains").fill("demo.portolan.example");
      admin.find("#active").check();
      admin.find("#save").click();
      admin.look("providers");
      assertThat(admin.find("tbody")).containsText(name);

      officer.go("/sign-in?to=/applications");
      officer.find("#email").fill("ousmane.nianzoro@demo.portolan.example");
      officer.find("#find").click();
      officer.look("sign-in-elsewhere");
      officer.find("#away").click();
      officer.page.locator("input[name=as]").fill("ousmane.nianzoro@demo.portolan.example");
      officer.page.locator("button").click();
      assertThat(officer.page.url()).endsWith("/applications");

      // one domain leads to one provider: make room for the next
      admin.find("tr:has-text('" + name + "') a").click();
      admin.find("#test").click();
      assertThat(admin.find(".note")).containsText(admin.text("access", "provider.answers"));
      admin.look("provider-tested");
      admin.find("#domains").fill(language + ".customs.example");
      admin.find("#active").uncheck();
      admin.find("#save").click();
      admin.go("/sign-in/back?trouble=down");
      admin.look("sign-in-trouble");
    }
  }
}
