package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An officer agrees to be found; a colleague of the region finds them, a visitor does not. */
class ColleagueJourneyIT {
  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void whoAgreesIsFoundByColleagues(String language) {
    try (Window officer = Window.of("trainee", language);
        Window colleague = Window.of("editor", language);
        Window visitor = Window.of(language)) {
      officer.go("/account/profile");
      assertThat(officer.find("#findable")).not().isChecked();
      String name = officer.find("#family").inputValue();
      String whole = officer.find("#given").inputValue() + " " + name;
      type(colleague, name);
      assertThat(found(colleague)).hasCount(0);

      officer.find("#findable").check();
      officer.look("profile-findable");
      officer.find("#save").click();
      assertThat(officer.find(".note.ok")).isVisible();
      assertThat(officer.find("#findable")).isChecked();

      type(colleague, name);
      assertThat(found(colleague)).hasCount(1);
      assertThat(found(colleague)).containsText(whole);
      found(colleague).click();
      assertThat(colleague.find("h1")).hasText(whole);
      assertThat(colleague.find("dl a[href^='/regions/member/']")).isVisible();
      assertThat(colleague.main()).not().containsText("@");
      colleague.look("colleague");
      String address = colleague.address();

      type(visitor, name);
      assertThat(found(visitor)).hasCount(0);
      visitor.go(address);
      assertThat(visitor.address()).startsWith("/sign-in");

      officer.find("#findable").uncheck();
      officer.find("#save").click();
      assertThat(officer.find(".note.ok")).isVisible();
      colleague.go(address);
      assertThat(colleague.find("h1")).not().hasText(whole);
    }
  }

  /** Types into the box in the head of the search page and waits for what it offers. */
  private static void type(Window window, String name) {
    window.go("/search?q=zzzz");
    Locator box = window.page.locator("header input[name=q]");
    box.fill("");
    window.page.waitForResponse(
        answer -> answer.url().contains("/api/v1/suggest"), () -> box.pressSequentially(name));
  }

  private static Locator found(Window window) {
    return window.page.locator("header [role=option][data-path^='/colleagues/']");
  }
}
