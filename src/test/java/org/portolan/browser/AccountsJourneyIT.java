package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A coordinator invites, an officer takes the account, and finds the way back without password. */
class AccountsJourneyIT {
  private static final Pattern LINK = Pattern.compile("https?://\\S+(/account/\\S+token=\\S+)");
  private static final String PASSWORD = "seven-quiet-lanterns";

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void fromTheInvitationToTheProfile(String language) {
    String unique = UUID.randomUUID().toString().substring(0, 8);
    String email = "new." + unique + "@customs.example";
    invite(language, unique, email);

    String invitation = letter(language, email);
    try (Window officer = Window.of(language)) {
      officer.go(invitation);
      officer.look("invitation");
      officer.find("#password").fill("passwordpassword");
      officer.find("#go").click();
      assertThat(officer.find("#password-error"))
          .containsText(officer.text("access", "password.common"));
      officer.look("invitation-common-password");
      officer.find("#password").fill(PASSWORD);
      officer.find("#go").click();
      assertThat(officer.main()).containsText(officer.text("access", "signin.done.opened"));

      signIn(officer, email, PASSWORD);
      assertThat(officer.page.url()).endsWith("/account/profile");
      officer.look("profile");
      officer.find("#zone").selectOption("Asia/Tokyo");
      officer.find("#service").fill("2190-01-01");
      officer.find("#save").click();
      assertThat(officer.find("#service-error"))
          .containsText(officer.text("people", "problem.range"));
      assertThat(officer.find("#zone")).hasValue("Asia/Tokyo");
      officer.look("profile-wrong");
      officer.find("#service").fill("2010-01-01");
      officer.find("#save").click();
      assertThat(officer.main()).containsText(officer.text("people", "profile.saved"));
      officer.go("/account");
      assertThat(officer.main()).containsText("Asia/Tokyo");

      officer.go(invitation);
      assertThat(officer.main()).containsText(officer.text("access", "link.used.title"));
      officer.look("invitation-used");
    }
    recover(language, email);
  }

  private static void invite(String language, String unique, String email) {
    try (Window coordinator = Window.of("coordinator", language)) {
      coordinator.go("/desk/people");
      coordinator.look("people");
      coordinator.find("a[href='/desk/people/invite']").click();
      coordinator.look("invite");
      coordinator
          .find("#list")
          .fill(
              "Cedric;Zu"
                  + unique
                  + ";"
                  + email
                  + ";"
                  + language
                  + "\nMariam;Sissokho;m"
                  + unique
                  + "@else.example\n;Nobody;nothing;xx");
      coordinator.find("#check-list").click();
      assertThat(coordinator.find(".state.ok")).hasCount(1);
      assertThat(coordinator.find(".state.wait")).hasCount(1);
      assertThat(coordinator.find(".state.no")).hasCount(1);
      coordinator.look("invite-checked");
      coordinator.find("#confirm").click();
      assertThat(coordinator.main()).containsText(email);
      coordinator.look("people-invited");
    }
  }

  private static void recover(String language, String email) {
    try (Window officer = Window.of(language)) {
      officer.go("/sign-in");
      officer.find("a[href='/account/recover']").click();
      officer.look("recover");
      officer.find("#email").fill(email);
      officer.find("#go").click();
      assertThat(officer.main()).containsText(officer.text("access", "recover.sent.title"));
      officer.look("recover-sent");
      String recovery = letter(language, email);
      assertThat(recovery).contains("/recover/new");
      officer.go(recovery);
      officer.look("recover-new");
      officer.find("#password").fill("eight-" + PASSWORD);
      officer.find("#go").click();
      assertThat(officer.main()).containsText(officer.text("access", "signin.done.reset"));
      signIn(officer, email, PASSWORD);
      assertThat(officer.find(".note.err")).isVisible();
      signIn(officer, email, "eight-" + PASSWORD);
      officer.go("/account");
      assertThat(officer.main()).containsText(email);
    }
  }

  private static void signIn(Window window, String email, String password) {
    window.find("#email").fill(email);
    window.find("#password").fill(password);
    window.find("#go").click();
  }

  /** The address of the link in the newest letter, as an administrator reads it in the outbox. */
  private static String letter(String language, String email) {
    try (Window admin = Window.of("admin", language)) {
      admin.go("/desk/outbox?words=" + email);
      admin.look("outbox");
      admin.find(".ui-datatable a[href^='/desk/outbox/']").first().click();
      admin.look("letter");
      Matcher link = LINK.matcher(admin.find(".letter").innerText());
      assertThat(link.find()).isTrue();
      return link.group(1);
    }
  }
}
