package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An officer changes the address of the account: both addresses agree, or the coordinator does. */
class AddressJourneyIT {
  private static final String PASSWORD = "seven-quiet-lanterns";

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void bothAddressesAgreeOrSomebodyInPlaceOfADeadOne(String language) {
    String unique = UUID.randomUUID().toString().substring(0, 8);
    String first = "first." + unique + "@customs.example";
    String second = "second." + unique + "@customs.example";
    String third = "third." + unique + "@customs.example";
    account(language, unique, first);
    try (Window officer = Window.of(language)) {
      officer.go("/sign-in?to=/account/address");
      signIn(officer, first);
      officer.find("#email").fill("no address");
      officer.find("#ask").click();
      assertThat(officer.find("#email-error"))
          .containsText(officer.text("access", "address.problem.unreachable"));
      assertThat(officer.find("#email")).hasValue("no address");
      officer.look("address-wrong");
      ask(officer, second);
      officer.look("address-asked");

      officer.go(Letters.link(language, first));
      officer.look("address-answer-former");
      officer.find("#agree").click();
      assertThat(officer.main()).containsText(officer.text("access", "address.answered.agreed"));
      officer.go("/account/address");
      assertThat(officer.find(".state.ok")).hasCount(1);
      String atNew = Letters.link(language, second);
      officer.go(atNew);
      officer.look("address-answer-new");
      officer.find("#agree").click();
      assertThat(officer.main()).containsText(officer.text("access", "address.answered.changed"));
      officer.look("address-changed");
      officer.go(atNew);
      assertThat(officer.main()).containsText(officer.text("access", "link.used.address"));
      officer.look("address-answer-used");

      officer.go("/sign-in?to=/account/address");
      signIn(officer, second);
      assertThat(officer.main()).containsText(second);
      ask(officer, third);
      officer.go(Letters.link(language, third));
      officer.find("#agree").click();
    }
    inPlace(language, third);
    try (Window officer = Window.of(language)) {
      officer.go("/sign-in?to=/account/address");
      signIn(officer, third);
      assertThat(officer.main()).containsText(third);
    }
  }

  private static void ask(Window officer, String email) {
    officer.find("#email").fill(email);
    officer.find("#ask").click();
    assertThat(officer.main()).containsText(officer.text("access", "address.done.asked"));
    assertThat(officer.main()).containsText(email);
  }

  private static void inPlace(String language, String email) {
    try (Window coordinator = Window.of("coordinator", language)) {
      coordinator.go("/desk/people");
      coordinator.find("a[href='/desk/people/addresses']").click();
      assertThat(coordinator.main()).containsText(email);
      coordinator.look("addresses");
      coordinator.find("tr:has-text('" + email + "') button").click();
      assertThat(coordinator.main()).containsText(coordinator.text("access", "addresses.changed"));
      coordinator.look("addresses-changed");
    }
  }

  private static void account(String language, String unique, String email) {
    try (Window coordinator = Window.of("coordinator", language)) {
      coordinator.go("/desk/people/invite");
      coordinator.find("#list").fill("Olga;Qx" + unique + ";" + email + ";" + language);
      coordinator.find("#check-list").click();
      coordinator.find("#confirm").click();
      assertThat(coordinator.main()).containsText(email);
    }
    try (Window officer = Window.of(language)) {
      officer.go(Letters.link(language, email));
      officer.find("#password").fill(PASSWORD);
      officer.find("#go").click();
      assertThat(officer.main()).containsText(officer.text("access", "signin.done.opened"));
    }
  }

  private static void signIn(Window window, String email) {
    window.find("#email").fill(email);
    window.find("#password").fill(PASSWORD);
    window.find("#go").click();
  }
}
