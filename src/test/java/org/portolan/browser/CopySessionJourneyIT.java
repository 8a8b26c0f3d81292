package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A National Coordinator keeps a holiday, and the centre that copies a session onto it is told. */
class CopySessionJourneyIT {
  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void aCopyOverAHolidayIsMadeAndTheHolidayNamed(String language) {
    try (Window coordinator = Window.of("coordinator", language);
        Window centre = Window.of("centre", language)) {
      LocalDate day = LocalDate.now().plusMonths(language.equals("en") ? 7 : 8);
      String name = "Harbour Day " + System.nanoTime();
      coordinator.go("/desk/holidays");
      coordinator.look("holidays");
      coordinator.page.selectOption("#kind", "once");
      coordinator.find(".form .btn").click();
      assertThat(coordinator.find(".form .error")).hasCount(2);
      coordinator.look("holidays-wrong");
      coordinator.find("#name-en").fill(name);
      coordinator.find("#day").fill(day.toString());
      coordinator.find("#expected").check();
      coordinator.find(".form .btn").click();
      assertThat(coordinator.find(".note.ok"))
          .containsText(coordinator.text("holiday", "done.added"));
      assertThat(coordinator.main()).containsText(name);

      centre.go("/desk/centre");
      centre.find("tr:has(time) a[href$='/copy']").first().click();
      centre.look("copy-a-session");
      centre.find(".form .btn:not(.quiet)").click();
      assertThat(centre.find("#firstDay-error"))
          .containsText(centre.text("calendar", "problem.copy.none"));
      centre.look("copy-nothing-said");
      centre.find("#firstDay").fill(day.toString());
      centre.find(".form .btn:not(.quiet)").click();
      assertThat(centre.find("#draft")).isVisible();
      assertThat(centre.find("#firstDay")).hasValue(day.toString());
      assertThat(centre.find("#holidays")).containsText(name);
      assertThat(centre.find("#holidays"))
          .containsText(centre.text("calendar", "holidays.expected"));
      assertThat(centre.find("#holidays")).containsText(centre.text("calendar", "holidays.host"));
      centre.look("copy-over-a-holiday");
      centre.find("#draft").click();
      assertThat(centre.find(".note.ok")).containsText(centre.text("calendar", "done.draft"));
      assertThat(centre.find("#holidays")).containsText(name);
      centre.look("desk-after-a-copy-over-a-holiday");

      coordinator.find("tr:has-text('" + name + "') button[value=remove]").click();
      assertThat(coordinator.find(".note.ok"))
          .containsText(coordinator.text("holiday", "done.removed"));
      assertThat(coordinator.main()).not().containsText(name);
    }
  }
}
