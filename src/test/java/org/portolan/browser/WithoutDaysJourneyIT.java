package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions without days: one that can be begun at any time, one that waits for its days. */
class WithoutDaysJourneyIT {
  private static final String CENTRE = "/calendar/centre/DEMO-RTC-XS1";

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void aStandingEditionIsFoundWithItsCourseAndAppliedFor(String language) {
    try (Window officer = Window.of("trainee", language)) {
      officer.go("/catalog/DEMO-HS-101");
      Locator row =
          officer
              .find("li.row")
              .filter(
                  new Locator.FilterOptions()
                      .setHasText(officer.text("catalog", "session.standing")))
              .first();
      officer.look("course-with-a-standing-edition");
      row.locator("a[href^='/calendar/session/']").click();
      assertThat(officer.main()).containsText(officer.text("calendar", "standing"));
      assertThat(officer.find("progress")).hasCount(0);
      officer.look("standing-edition");
      officer.find("a[href^='/apply/']").click();
      officer.look("apply-standing-edition");
      officer.find("textarea").fill("I begin with the nomenclature.");
      officer.find("form .btn:not(.quiet)").click();
      assertThat(officer.find(".state.pill"))
          .containsText(officer.text("enrolment", "state.waiting"));
      officer.look("application-standing-edition");
      // the next run finds it as this one did
      officer.find("button[name=withdraw]").click();
      assertThat(officer.find(".state.pill"))
          .containsText(officer.text("enrolment", "state.withdrawn"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void whoIsInterestedGetsALetterWhenTheDaysAreSet(String language) {
    try (Window officer = Window.of("trainee", language);
        Window centre = Window.of("centre", language)) {
      String venue = "Hall " + System.nanoTime();
      centre.go("/desk/centre/session");
      centre.page.selectOption("#timing", "undated");
      assertThat(centre.find("#firstDay")).isHidden();
      centre.page.selectOption(
          "#course", centre.find("#course option").nth(1).getAttribute("value"));
      centre.find("#venue").fill(venue);
      centre.find("#languages input").first().check();
      centre.look("session-form-without-days");
      centre.find("#publish").click();
      centre.look("desk-with-sessions-without-days");
      centre.go(CENTRE);
      centre.look("centre-with-sessions-without-days");
      String address =
          centre
              .find("section.agenda")
              .last()
              .locator("a[href^='/calendar/session/']")
              .last()
              .getAttribute("href");
      centre.go(address);
      assertThat(centre.main()).containsText(venue);

      officer.go(address);
      officer.look("session-without-days");
      officer.find("button[value=say]").click();
      assertThat(officer.find(".note.ok"))
          .containsText(officer.text("interest", "said.interested"));
      officer.look("session-interested");
      officer.find("button[value=back]").click();
      assertThat(officer.find("button[value=say]")).isVisible();
      officer.find("button[value=say]").click();
      assertThat(officer.find("button[value=back]")).isVisible();

      String id = address.substring(address.lastIndexOf('/') + 1);
      centre.go("/desk/centre/session/" + id + "/interest");
      assertThat(centre.find("tbody tr")).hasCount(2);
      centre.look("interest-of-a-session");
      centre.find(".actions a.btn").click();
      centre.page.selectOption("#timing", "dated");
      String day = LocalDate.now().plusMonths(5).toString();
      centre.find("#firstDay").fill(day);
      centre.find("#lastDay").fill(day);
      centre.find("#save").click();
      assertThat(centre.find(".note.ok")).containsText(centre.text("calendar", "done.saved"));

      try (Window admin = Window.of("admin", language)) {
        admin.go("/desk/outbox?words=trainee@demo.portolan.example");
        admin.find(".ui-datatable a[href^='/desk/outbox/']").first().click();
        assertThat(admin.find(".letter")).containsText("/apply/" + id);
        admin.look("letter-days-are-set");
      }
      officer.go(address);
      assertThat(officer.find("a[href='/apply/" + id + "']")).isVisible();
      centre.go("/desk/centre/session/" + id);
      centre.find("details:has(#cancel) summary").click();
      centre.find("#cancel").click();
    }
  }
}
