package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Support: an administrator finds somebody, reads why they may decide, looks through their eyes,
 * and the trail tells of it.
 */
class AdministrationJourneyIT {
  private static final String BANNER = ".acting";

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void anAdministratorHelpsANationalCoordinator(String language) {
    try (Window admin = Window.of("admin", language)) {
      admin.go("/desk/persons?words=coordinator@demo.portolan.example");
      admin.look("persons");
      admin.find("tbody a[href^='/desk/persons/']").first().click();
      assertThat(admin.find("#rights")).isVisible();
      assertThat(admin.find("a[href^='/desk/mandates/']").first()).isVisible();
      admin.look("person");
      String name = admin.find("h1").innerText();

      admin.find("button[value=begin]").click();
      assertThat(admin.find(".error")).containsText(admin.text("administration", "act.missing"));
      admin.look("person-no-reason");
      admin.find("#reason").fill("Request 4711");
      admin.find("button[value=begin]").click();
      assertThat(admin.page.locator(BANNER))
          .containsText(admin.textWith("platform", "acting.as", name));
      admin.look("acting-home");
      admin.go("/desk/people");
      assertThat(admin.page.locator(BANNER)).isVisible();
      admin.look("acting-people");
      assertThat(admin.page.navigate(admin.page.url().replace("/desk/people", "/account")).status())
          .as("the account of somebody else")
          .isEqualTo(403);
      assertThat(admin.page.navigate(admin.page.url().replace("/account", "/desk/audit")).status())
          .as("what the person may not see")
          .isEqualTo(403);

      admin.go("/desk/people");
      admin.page.locator(BANNER + " button").click();
      assertThat(admin.find(".note.ok")).containsText(admin.text("administration", "done.stopped"));
      assertThat(admin.page.locator(BANNER)).hasCount(0);
      assertThat(admin.find("h1")).hasText(name);

      admin.find("a[href^='/desk/audit?kind=person']").click();
      assertThat(admin.find(".history > li").first())
          .containsText(admin.text("audit", "action.act-as.ended"));
      assertThat(admin.find(".history > li").first()).containsText("Request 4711");
      assertThat(admin.find(".history > li").nth(1))
          .containsText(admin.text("audit", "action.act-as.begun"));
      admin.look("audit");
      admin.go("/desk/audit?kind=nonsense");
      assertThat(admin.find(".note.warn")).containsText("nonsense");

      admin.go("/desk/retention");
      assertThat(admin.main()).containsText(admin.text("administration", "retention.kind.letters"));
      admin.look("retention");
    }
  }
}
