package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An officer without an account asks for one; the coordinator refuses one and invites another. */
class AccountRequestJourneyIT {
  private static final Pattern LINK = Pattern.compile("https?://\\S+(/account/\\S+token=[\\w-]+)");

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void fromTheRequestToTheAnswer(String language) {
    String unique = UUID.randomUUID().toString().substring(0, 8);
    String refused = "refused." + unique + "@customs.example";
    String invited = "invited." + unique + "@customs.example";
    try (Window officer = Window.of(language)) {
      officer.go("/sign-in");
      officer.find("a[href='/account/request']").click();
      officer.look("request");
      officer.find("#given").fill("Mariam");
      officer.find("#email").fill("no address");
      officer.find("#ask").click();
      assertThat(officer.find("#email-error"))
          .containsText(officer.text("people", "problem.address"));
      assertThat(officer.find("#member-error"))
          .containsText(officer.text("people", "problem.missing"));
      assertThat(officer.find("#given")).hasValue("Mariam");
      officer.look("request-wrong");
      ask(officer, refused, "Rx" + unique);
      officer.look("request-sent");
      officer.go("/account/request");
      ask(officer, invited, "Sissokho");
      for (String email : new String[] {refused, invited}) {
        String link = letter(language, email);
        officer.go(link);
        officer.look("request-confirm");
        officer.find("#confirm").click();
        assertThat(officer.main()).containsText(officer.text("access", "request.confirmed"));
        officer.go(link);
        assertThat(officer.main()).containsText(officer.text("access", "link.used.request"));
      }
      officer.look("request-used");
    }
    try (Window coordinator = Window.of("coordinator", language)) {
      coordinator.go("/desk/people");
      coordinator.find("a[href='/desk/people/requests']").click();
      assertThat(coordinator.main()).containsText(refused);
      coordinator.look("requests");
      String first = ".row:has-text('" + refused + "')";
      coordinator.find(first + " summary").click();
      coordinator.find(first + " button[name=refuse]").click();
      assertThat(coordinator.find(first))
          .containsText(coordinator.text("people", "requests.answer.missing"));
      coordinator.look("requests-wrong");
      coordinator.find(first + " textarea").fill("Ask at your own administration.");
      coordinator.find(first + " button[name=refuse]").click();
      assertThat(coordinator.main())
          .containsText(coordinator.text("people", "requests.done.refused"));

      String second = ".row:has-text('" + invited + "')";
      coordinator.find(second + " button[name=invite]").click();
      assertThat(coordinator.find(second))
          .containsText(coordinator.text("people", "requests.doubt"));
      coordinator.look("requests-doubt");
      coordinator.find(second + " input[name=else]").check();
      coordinator.find(second + " button[name=invite]").click();
      assertThat(coordinator.main())
          .containsText(coordinator.text("people", "requests.done.invited"));
      coordinator.go("/desk/people/invitations");
      assertThat(coordinator.main()).containsText(invited);
    }
    assertThat(letter(language, invited)).contains("/account/invitation");
  }

  private static void ask(Window officer, String email, String family) {
    officer.find("#member").selectOption("XS");
    officer.find("#given").fill("Mariam");
    officer.find("#family").fill(family);
    officer.find("#email").fill(email);
    officer.find("#post").fill("Inspector");
    officer.find("#reason").fill("I am to take a course on valuation.");
    officer.find("#ask").click();
    assertThat(officer.main()).containsText(officer.text("access", "request.sent"));
  }

  /** The address of the link in the newest letter, as an administrator reads it in the outbox. */
  private static String letter(String language, String email) {
    try (Window admin = Window.of("admin", language)) {
      for (int i = 0; i < 50; i++) {
        admin.go("/desk/outbox?words=" + email);
        if (admin.find(".ui-datatable a[href^='/desk/outbox/']").count() > 0) {
          break;
        }
        // it is written after the answer
        admin.page.waitForTimeout(200);
      }
      admin.find(".ui-datatable a[href^='/desk/outbox/']").first().click();
      Matcher link = LINK.matcher(admin.find(".letter").innerText());
      assertThat(link.find()).isTrue();
      return link.group(1);
    }
  }
}
