package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An office changes hands: what waits goes with it, and whoever held it may only look. */
class MandateJourneyIT {
  private static final String DOMAIN = "@demo.portolan.example";
  private static final String OFFICE = "select[name=office]";

  @ParameterizedTest
  @CsvSource({
    "en,EUR,dmitri.lindeev,leonid.farvaterov,olga.botsmanova",
    "ar,AMS,hamad.alkhaliji,adil.aljaziri,fatima.aldanat"
  })
  void theSuccessorDecidesOnWhatWaitedForThePredecessor(
      String language, String region, String officer, String before, String after) {
    try (Window applicant = Window.of(officer, language);
        Window old = Window.of(before, language);
        Window admin = Window.of("admin", language);
        Window successor = Window.of(after, language)) {
      String session =
          String.valueOf(
              ((Number) applicant.openSessions("coordinator", region).get(2).get("id"))
                  .longValue());
      applicant.go("/apply/" + session);
      applicant.find("textarea").fill("The office changes hands while this waits.");
      applicant.find("form .btn:not(.quiet)").click();
      assertThat(applicant.find(".timeline .now")).isVisible();
      String application = applicant.shown();
      String decision = "form:has(input[name=application][value='" + application + "'])";
      old.go("/desk/decisions");
      assertThat(old.find(decision)).hasCount(1);
      successor.go("/desk/decisions");
      assertThat(successor.main()).not().containsText(applicant.text("enrolment", "desk.title"));

      admin.go("/desk/mandates?office=coordinator");
      admin.look("mandates");
      // the holder stands before the deputy who names them
      admin.page.locator("tr", nameOf(old)).locator("a[href^='/desk/mandates/']").last().click();
      admin.look("mandate");
      admin.find("#email").fill("nobody" + DOMAIN);
      admin.find("button[value=hand]").click();
      assertThat(admin.find(".note.err"))
          .containsText(admin.text("office", "refused.mandate-no-person"));
      assertThat(admin.find("#email")).hasValue("nobody" + DOMAIN);
      admin.look("mandate-refused");
      admin.find("#email").fill(after + DOMAIN);
      admin.find("button[value=hand]").click();
      assertThat(admin.find(".note.ok")).containsText(admin.text("office", "done.handed"));

      // rights are remembered for five seconds at most
      successor.page.waitForCondition(
          () -> {
            successor.go("/desk/decisions");
            return successor.find(decision).count() == 1;
          });
      old.page.waitForCondition(
          () -> {
            old.go("/desk/decisions");
            return old.find(decision).count() == 0;
          });
      assertThat(old.main()).containsText(old.text("enrolment", "desk.look"));
      old.look("decisions-handed-over");
      Object status =
          old.page.evaluate(
              "async id => (await fetch('/desk/decisions', {method: 'POST', redirect: 'manual',"
                  + " body: new URLSearchParams({application: id, decision: 'approve',"
                  + " reason: ''})})).status",
              application);
      assertThat(((Number) status).intValue()).as("deciding after the handover").isEqualTo(404);
      old.go("/applications/" + application);
      assertThat(old.find(".timeline .now")).isVisible();

      successor.find(decision).locator("[value=approve]").click();
      assertThat(successor.find(".note.ok"))
          .containsText(successor.text("enrolment", "state.approved"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void anAppointmentThatCannotBeSaysWhoStandsInTheWay(String language) {
    try (Window admin = Window.of("admin", language)) {
      admin.go("/desk/mandates/new");
      admin.look("appoint-choose");
      admin.find(OFFICE).selectOption("vice_chair");
      admin.find("form[method=get] button").click();
      admin.find("select[name=body]").selectOption("ESA");
      admin.find("#email").fill("yusuf.kamwendola" + DOMAIN);
      admin.find("#from").fill(LocalDate.now(ZoneOffset.UTC).toString());
      admin.find("#appoint").click();
      assertThat(admin.find(".note.err"))
          .containsText(admin.text("office", "refused.mandate-taken"));
      assertThat(admin.find(".note.err a")).hasCount(1);
      assertThat(admin.find("#email")).hasValue("yusuf.kamwendola" + DOMAIN);
      admin.look("appoint-taken");
    }
  }

  private static com.microsoft.playwright.Page.LocatorOptions nameOf(Window window) {
    return new com.microsoft.playwright.Page.LocatorOptions()
        .setHasText(window.page.locator("header .menu summary bdi").last().innerText());
  }
}
