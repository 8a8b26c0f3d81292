package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A centre and the people who have seats in one of its sessions. */
class RosterJourneyIT {
  @ParameterizedTest
  @CsvSource({"en,AMS", "ar,WCA"})
  void aCentreWritesToThoseItTicks(String language, String region) {
    try (Window centre = Window.of("admin", language);
        Window officer = Window.of("editor", language)) {
      String session = String.valueOf(officer.openSessions("none", region).get(1).get("id"));
      officer.go("/apply/" + session);
      officer.find("textarea").fill("I shall teach it at home.");
      officer.find("form .btn:not(.quiet)").click();
      String application = officer.shown();

      centre.go("/desk/centre/session/" + session + "/participants");
      centre.look("participants");
      centre.find("#pick-" + application).check();
      centre.find("#message").click();
      assertThat(centre.find("#who li")).hasCount(1);
      centre.look("message");
      centre.find("#body").fill("Bring <b>your</b> badge.\nSee you.");
      centre.find("#send").click();
      assertThat(centre.find("#subject-e"))
          .containsText(centre.text("roster", "message.subject.missing"));
      assertThat(centre.find("#body")).hasValue("Bring <b>your</b> badge.\nSee you.");
      assertThat(centre.find("#who li")).hasCount(1);
      centre.look("message-wrong");
      centre.find("#subject").fill("Badges");
      centre.find("#send").click();
      assertThat(centre.find(".note.ok")).isVisible();
      assertThat(centre.find("article h3")).containsText("Badges");
      assertThat(centre.find("article blockquote")).containsText("Bring <b>your</b> badge.");
      centre.look("message-sent");

      officer.go("/applications/" + application);
      officer.find("button[name=withdraw]").click();
    }
  }

  @ParameterizedTest
  @CsvSource({"en,centre,WCA", "ar,centre,WCA"})
  void whoHasASeatTellsTheCentreWhatItAsksForTheJourney(
      String language, String staff, String region) {
    try (Window centre = Window.of(staff, language);
        Window officer = Window.of("editor", language)) {
      String session =
          officer.openSessions("none", region).stream()
              .filter(each -> String.valueOf(each.get("centre")).contains("DEMO-RTC-XS1"))
              .map(each -> String.valueOf(each.get("id")))
              .findFirst()
              .orElseThrow();
      officer.go("/apply/" + session);
      officer.find("textarea").fill("I shall teach it at home.");
      officer.find("form .btn:not(.quiet)").click();
      String application = officer.shown();

      centre.go("/desk/centre/session/" + session + "/travel");
      for (String field : new String[] {"passport-name", "passport-number", "expires-on", "diet"}) {
        centre.find("#ask-" + field).check();
      }
      centre.find("#perDiem").fill("60 a day");
      centre.find("#ask").click();
      assertThat(centre.find(".note.ok")).isVisible();

      officer.go("/applications/" + application);
      officer.find("a[href='/applications/" + application + "/travel']").click();
      assertThat(officer.find("#per-diem")).containsText("60 a day");
      assertThat(officer.find("#arrival")).hasCount(0);
      officer.look("own-travel");
      officer.find("#passport-name").fill("ADA <b>LOVELACE</b>");
      officer.find("#expires-on").fill("2001-01-01");
      officer.find("#tell").click();
      assertThat(officer.find("#expires-on-e"))
          .containsText(officer.text("roster", "travel.problem.expired"));
      assertThat(officer.find("#passport-name")).hasValue("ADA <b>LOVELACE</b>");
      officer.look("own-travel-wrong");
      officer.find("#expires-on").fill("2099-01-01");
      officer.find("#tell").click();
      assertThat(officer.find(".note.ok")).isVisible();

      centre.page.reload();
      assertThat(centre.main()).containsText("ADA <b>LOVELACE</b>");
      centre.look("travel");

      officer.go("/applications/" + application);
      officer.find("button[name=withdraw]").click();
      centre.page.reload();
      assertThat(centre.main()).not().containsText("LOVELACE");
    }
  }
}
