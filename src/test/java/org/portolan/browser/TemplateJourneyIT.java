package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A centre says what the sessions of its course usually are, plans one that is filled in so, and an
 * officer sees who will be asked.
 */
class TemplateJourneyIT {
  @ParameterizedTest
  @CsvSource({"en,13", "ar,14"})
  void aNewSessionBeginsAsItsCourseSays(String language, int months) {
    LocalDate day = LocalDate.now().plusMonths(months);
    String venue = "Salle Origine " + language;
    try (Window centre = Window.of("centre", language);
        Window officer = Window.of("trainee", language)) {
      centre.go("/desk/courses?words=DEMO-ORI-245");
      centre.find("tbody a[href^='/desk/courses/']").first().click();
      String course = centre.shown();
      centre.look("course-with-a-way-to-its-template");
      centre.find("#template").click();
      centre.look("session-template-new");

      centre.find("#days").fill("none");
      centre.find("#seats").fill("10");
      centre.find("#margin").fill("11");
      centre.find("#save").click();
      assertThat(centre.find("#days-error"))
          .containsText(centre.text("calendar", "problem.length"));
      assertThat(centre.find("#margin-error"))
          .containsText(centre.text("enrolment", "rules.problem.margin"));
      centre.look("session-template-wrong");

      centre.find("#days").fill("3");
      centre.find("#start").fill("08:30");
      centre.find("#venue").fill(venue);
      centre.find("#ask-supervisor").check();
      centre.find("#days-supervisor").fill("6");
      centre.find("#l-fr").check();
      centre.find("#margin").fill("1");
      centre.find("#queue").fill("5");
      centre.find("#save").click();
      assertThat(centre.find(".note.ok")).containsText(centre.text("template", "done.saved"));
      assertThat(centre.find("#existing")).containsText(centre.text("template", "existing"));
      centre.look("session-template");

      centre.go("/desk/centre/session");
      centre.find("#course").selectOption(course);
      centre.find("#fill").click();
      assertThat(centre.find("#usual")).containsText(centre.text("calendar", "usual.told.filled"));
      assertThat(centre.find("#seats")).hasValue("10");
      assertThat(centre.find("#start")).hasValue("08:30");
      assertThat(centre.find("#venue")).hasValue(venue);
      assertThat(centre.find("#ask-supervisor")).isChecked();
      assertThat(centre.find("#days-supervisor")).hasValue("6");
      assertThat(centre.find("input[name=languages][value=fr]")).isChecked();
      centre.look("session-form-filled-in");
      centre.find("#firstDay").fill(day.toString());
      centre.find("#seats").fill("8");
      centre.find("#publish").click();
      assertThat(centre.find(".note.ok").first()).isVisible();

      officer.go("/calendar/session/" + session(officer, day, venue));
      assertThat(officer.main())
          .containsText(
              officer.text("calendar", "decides.supervisor")
                  + " → "
                  + officer.text("calendar", "decides.coordinator"));
      officer.look("session-as-the-template-says");

      centre.go("/desk/courses/" + course + "/template");
      centre.find("#slots").fill("Monday morning");
      centre.find("#save").click();
      assertThat(centre.find("#slots-error"))
          .containsText(centre.text("calendar", "problem.slots.numbered"));
      assertThat(centre.find("#slots")).hasValue("Monday morning");
      centre.find("#slots").fill("1 08:30-12:00 14:00-16:00\n3 08:30-12:00");
      centre.find("#save").click();
      assertThat(centre.find(".note.ok")).containsText(centre.text("template", "done.saved"));
      centre.look("session-template-in-slots");
      centre.go("/desk/centre/session");
      centre.find("#course").selectOption(course);
      centre.find("#fill").click();
      assertThat(centre.find("#hours")).hasValue("slots");
      assertThat(centre.find("[id^=slotDay-]")).hasCount(3);
      assertThat(centre.find("#slotStart-1")).hasValue("14:00");
      centre.look("session-form-filled-in-slots");
      centre.find("#slotDay-0").fill(day.plusDays(21).toString());
      centre.find("#draft").click();
      assertThat(centre.find(".note.ok").first()).isVisible();
      centre
          .find("tr:has(time[datetime='" + day.plusDays(21) + "'])")
          .locator("a[href^='/desk/centre/session/']:not([href$='/seats'], [href$='/copy'])")
          .first()
          .click();
      assertThat(centre.find("#slotDay-1")).hasValue(day.plusDays(21).toString());
      assertThat(centre.find("#slotDay-2")).hasValue(day.plusDays(23).toString());

      centre.go("/desk/courses/" + course + "/template");
      centre.find("details:has(#remove) > summary").click();
      centre.find("#remove").click();
      assertThat(centre.find(".note.ok")).containsText(centre.text("template", "done.removed"));
    }
  }

  private static String session(Window officer, LocalDate day, String venue) {
    Object found =
        officer.page.evaluate(
            "async ([path, venue]) => (await (await fetch(path)).json()).items"
                + ".find(each => each.venue === venue)",
            List.of("/api/v1/sessions?from=" + day + "&to=" + day, venue));
    Map<?, ?> session = (Map<?, ?>) found;
    Assertions.assertThat(session.get("approval")).isEqualTo("supervisor:6 coordinator");
    Assertions.assertThat(session.get("end").toString()).startsWith(day.plusDays(2).toString());
    return ((Number) session.get("id")).toString();
  }
}
