package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portolan.running.AuthenticatorApp;
import org.portolan.running.PackagedApplication;

/** Somebody sets up an authenticator app, signs in with it, and switches it off again. */
class TotpJourneyIT {

  @ParameterizedTest
  @CsvSource({"en,uatesoni.manusela", "ar,sonia.zahrawi"})
  void anAppIsSetUpUsedAndSwitchedOff(String language, String who) {
    AuthenticatorApp app;
    try (Window owner = Window.of(who, language)) {
      owner.go("/account");
      owner.find("a[href='/account/security']").click();
      owner.look("security-without");
      owner.find("button[value=app]").click();
      assertThat(owner.page.url()).endsWith("/account/security/app");
      assertThat(owner.find("svg.qr")).isVisible();
      owner.look("app");
      app = new AuthenticatorApp(owner.find("#secret").innerText());
      owner.find("#code").fill("12345");
      owner.find("#go").click();
      assertThat(owner.find("#code-error")).containsText(owner.text("access", "app.wrong"));
      owner.find("#code").fill(app.next());
      owner.find("#go").click();
      assertThat(owner.find(".codes li")).hasCount(10);
      owner.look("recovery-codes");
      owner.find("a.btn[href='/account/security']").click();
      assertThat(owner.find("button[value=codes]")).isVisible();
      owner.look("security-with");
    }
    try (Window again = Window.of(language)) {
      again.go("/sign-in?to=/account/security");
      again.find("#email").fill(who + "@demo.portolan.example");
      again.find("#password").fill(PackagedApplication.PASSWORD);
      again.find("#go").click();
      again.look("second-step");
      again.find("#code").fill(app.again());
      again.find("#go").click();
      assertThat(again.find("#code-error")).containsText(again.text("access", "step.wrong"));
      again.look("second-step-wrong");
      String shown = app.next();
      again.find("#code").fill(language.equals("ar") ? inArabic(shown) : shown);
      again.find("#go").click();
      assertThat(again.page.url()).endsWith("/account/security");
      again.find("button[value=app-off]").click();
      assertThat(again.find("button[value=app]")).isVisible();
    }
  }

  private static String inArabic(String digits) {
    return digits
        .chars()
        .map(digit -> '\u0660' + digit - '0')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
