package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An officer moves to another administration, which first refuses and then takes them in. */
class AdministrationChangeJourneyIT {
  private static final Pattern LINK = Pattern.compile("https?://\\S+(/account/\\S+token=[\\w-]+)");
  private static final String PASSWORD = "seven-quiet-lanterns";

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void whoDecidesForTheNewMemberConfirms(String language) {
    String unique = UUID.randomUUID().toString().substring(0, 8);
    String email = "mover." + unique + "@customs.example";
    account(language, unique, email);
    try (Window officer = Window.of(language)) {
      officer.go("/sign-in?to=/account/profile");
      signIn(officer, email);
      officer.find("a[href='/account/administration']").click();
      officer.look("administration");
      officer.find("#ask").click();
      assertThat(officer.find("#member-error"))
          .containsText(officer.text("office", "move.problem.unknown"));
      officer.look("administration-wrong");
      ask(officer);
      officer.look("administration-asked");
      try (Window other = Window.of("admin", language)) {
        other.go("/desk/people");
        other.find("a[href='/desk/people/moves']").click();
        String row = ".row:has-text('" + email + "')";
        other.find(row + " summary").click();
        other.find(row + " button[name=refuse]").click();
        assertThat(other.find(row + " .error"))
            .containsText(other.text("office", "moves.answer.missing"));
        other.look("moves-wrong");
        other.find(row + " textarea").fill("Write from your new address.");
        other.find(row + " button[name=refuse]").click();
        assertThat(other.main()).containsText(other.text("office", "moves.done.refused"));
        officer.go("/account/administration");
        ask(officer);
        other.go("/desk/people/moves");
        other.find(row + " button[name=accept]").click();
        assertThat(other.main()).containsText(other.text("office", "moves.done.accepted"));
        other.look("moves");
      }
    }
    try (Window coordinator = Window.of("coordinator", language)) {
      coordinator.go("/desk/people?words=" + email);
      assertThat(coordinator.main()).containsText(coordinator.text("people", "desk.nothing"));
      coordinator.go("/desk/people/moves");
      assertThat(coordinator.find("table")).containsText("Qx" + unique);
      coordinator.look("moves-left");
    }
  }

  private static void ask(Window officer) {
    officer.find("#member").selectOption("XN");
    officer.find("#ask").click();
    assertThat(officer.main()).containsText(officer.text("office", "move.done.asked"));
  }

  private static void account(String language, String unique, String email) {
    try (Window coordinator = Window.of("coordinator", language)) {
      coordinator.go("/desk/people/invite");
      coordinator.find("#list").fill("Olga;Qx" + unique + ";" + email + ";" + language);
      coordinator.find("#check-list").click();
      coordinator.find("#confirm").click();
      assertThat(coordinator.main()).containsText(email);
    }
    try (Window officer = Window.of(language);
        Window admin = Window.of("admin", language)) {
      admin.go("/desk/outbox?words=" + email);
      admin.find(".ui-datatable a[href^='/desk/outbox/']").first().click();
      Matcher link = LINK.matcher(admin.find(".letter").innerText());
      assertThat(link.find()).isTrue();
      officer.go(link.group(1));
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
