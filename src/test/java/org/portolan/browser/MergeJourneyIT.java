package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A coordinator finds that an officer has two accounts, looks at both, and makes one of them. */
class MergeJourneyIT {
  private static final Pattern LINK = Pattern.compile("https?://\\S+(/account/\\S+token=\\S+)");
  private static final String PASSWORD = "seven-quiet-lanterns";

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void ofTwoAccountsOneStays(String language) {
    String unique = UUID.randomUUID().toString().substring(0, 8);
    String kept = "kept." + unique + "@customs.example";
    String gone = "gone." + unique + "@customs.example";
    invite(language, unique, kept, gone);
    open(language, kept);
    open(language, gone);

    try (Window coordinator = Window.of("coordinator", language)) {
      coordinator.go("/desk/persons?words=" + kept);
      coordinator.find("tbody a[href^='/desk/persons/']").first().click();
      coordinator.find("a[href$='/merge']").click();
      coordinator.find("#other").fill("nobody@customs.example");
      coordinator.find("#find ~ form button").click();
      assertThat(coordinator.find("#other-error"))
          .containsText(coordinator.text("administration", "merge.find.nobody"));
      coordinator.look("merge-find");
      coordinator.find("a[href*='/merge?with=']").first().click();
      assertThat(coordinator.find("thead")).containsText(gone);
      assertThat(coordinator.find("input[type=radio]:checked")).hasCount(1);
      coordinator.look("merge-compare");
      coordinator.find("button[name=merge]").click();
      assertThat(coordinator.find(".note.ok"))
          .containsText(coordinator.text("administration", "done.merged"));
      assertThat(coordinator.main()).containsText(kept);
      coordinator.look("merge-done");
      coordinator.find("section h2[id^=earlier-] ~ p a").click();
      assertThat(coordinator.find(".note"))
          .containsText(coordinator.text("administration", "person.merged"));
      assertThat(coordinator.find("a[href$='/merge']")).hasCount(0);
      coordinator.look("merge-gone");
      coordinator.go("/desk/persons?words=" + unique);
      assertThat(coordinator.find("tbody a[href^='/desk/persons/']")).hasCount(1);
    }
    try (Window officer = Window.of(language)) {
      signIn(officer, gone);
      assertThat(officer.find(".note.err")).isVisible();
      signIn(officer, kept);
      officer.go("/account");
      assertThat(officer.main()).containsText(kept);
    }
  }

  private static void invite(String language, String unique, String kept, String gone) {
    try (Window coordinator = Window.of("coordinator", language)) {
      coordinator.go("/desk/people/invite");
      coordinator
          .find("#list")
          .fill(
              "Nadira;Zu"
                  + unique
                  + ";"
                  + kept
                  + ";"
                  + language
                  + "\nNadira;Zu"
                  + unique
                  + ";"
                  + gone
                  + ";"
                  + language);
      coordinator.find("#check-list").click();
      coordinator.find("#confirm").click();
      assertThat(coordinator.main()).containsText(kept);
      assertThat(coordinator.main()).containsText(gone);
    }
  }

  private static void open(String language, String email) {
    String invitation;
    try (Window admin = Window.of("admin", language)) {
      admin.go("/desk/outbox?words=" + email);
      admin.find(".ui-datatable a[href^='/desk/outbox/']").first().click();
      Matcher link = LINK.matcher(admin.find(".letter").innerText());
      assertThat(link.find()).isTrue();
      invitation = link.group(1);
    }
    try (Window officer = Window.of(language)) {
      officer.go(invitation);
      officer.find("#password").fill(PASSWORD);
      officer.find("#go").click();
      assertThat(officer.main()).containsText(officer.text("access", "signin.done.opened"));
    }
  }

  private static void signIn(Window officer, String email) {
    officer.go("/sign-in");
    officer.find("#email").fill(email);
    officer.find("#password").fill(PASSWORD);
    officer.find("#go").click();
  }
}
