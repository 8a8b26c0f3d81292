package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portolan.running.PackagedApplication;

/** A centre enters a room, books it, is told who has it, and takes what is suggested. */
class BookingJourneyIT {
  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void aRoomThatIsTakenIsNamedAndAnotherSuggested(String language) {
    try (Window centre = Window.of("centre", language)) {
      String name = "Salle d’essai " + System.nanoTime();
      centre.go("/desk/resources");
      centre.look("resources");
      centre.find("#new").click();
      centre.find("#quantity").fill("none");
      centre.find("#save").click();
      assertThat(centre.find("#name-error")).isVisible();
      assertThat(centre.find("#quantity-error")).isVisible();
      centre.look("resource-wrong");
      centre.find("#name").fill(name);
      centre.find("#quantity").fill("1");
      centre.find("#seats-classroom").fill("400");
      centre.find("#save").click();
      assertThat(centre.find(".note.ok")).isVisible();
      String room = centre.page.url().replaceAll("\\?.*", "").replaceAll(".*/", "");

      // two copies of one session, on the same days
      LocalDate day = LocalDate.now().plusMonths(language.equals("en") ? 14 : 15);
      String first = copy(centre, day);
      String second = copy(centre, day);
      centre.go("/desk/centre/session/" + first + "/resources");
      assertThat(centre.find("#none")).isVisible();
      centre.find("#resource").selectOption(new SelectOption().setValue(room));
      centre.find("#setup").fill("30");
      centre.find("#book").click();
      assertThat(centre.find("#booked")).containsText(name);
      centre.look("session-resources");

      centre.go("/desk/centre/session/" + second + "/resources");
      centre.find("#resource").selectOption(new SelectOption().setValue(room));
      centre.find("#book").click();
      assertThat(centre.find("#refused")).containsText(name);
      assertThat(centre.find("#refused")).containsText(centre.text("booking", "refused.taken"));
      assertThat(centre.find("#refused a[href^='mailto:']").first()).isVisible();
      assertThat(centre.find("#weeks")).isVisible();
      centre.look("session-resources-taken");
      Locator instead = centre.find("#refused button[value=book]");
      assertThat(instead.first()).isVisible();
      String other = centre.find("#refused form bdi").first().textContent();
      instead.first().click();
      assertThat(centre.find("#booked")).containsText(other);
      centre.find("#booked button[value=release]").click();
      assertThat(centre.find("#none")).isVisible();

      centre.go("/desk/resources/" + room);
      assertThat(centre.find("#ahead")).isVisible();
      centre.find("#ending > summary").click();
      centre.find("#remove").click();
      assertThat(centre.find("#refused")).containsText(centre.text("booking", "refused.in-use"));
      centre.look("resource-in-use");
      centre.go("/desk/centre/session/" + first + "/resources");
      centre.find("#booked button[value=release]").click();
      centre.go("/desk/resources/" + room);
      centre.find("#block > summary").click();
      centre.find("#firstDay").fill(day.toString());
      centre.find("#lastDay").fill(day.plusDays(3).toString());
      centre.find("#words").fill("The roof is mended");
      centre.find("#do-block").click();
      assertThat(centre.find("#ahead")).containsText("The roof is mended");
      centre.look("resource-blocked");
      centre.find("#ahead button[value=unblock]").click();
      assertThat(centre.find("#ahead")).hasCount(0);
      centre.find("#ending > summary").click();
      centre.find("#remove").click();
      assertThat(centre.find(".note.ok")).containsText(centre.text("booking", "done.removed"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void theCalendarOfATrainerSaysWhenTheyAreBusyElsewhere(String language) {
    try (Window centre = Window.of("centre", language)) {
      centre.go("/desk/resources/new");
      centre.find("#kind").selectOption("trainer");
      centre.find("#name").fill("Formateur d’essai " + System.nanoTime());
      centre.find("#save").click();
      assertThat(centre.find(".note.ok")).isVisible();
      send(centre, "Dear colleague, I am busy.");
      assertThat(centre.find("#busy-problem")).containsText(centre.text("booking", "busy.damaged"));
      centre.look("trainer-busy-wrong");
      String day = LocalDate.now().plusMonths(3).toString().replace("-", "");
      send(
          centre,
          "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Dentist\r\nDTSTART:"
              + day
              + "T090000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=4\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
      assertThat(centre.find(".note.ok")).containsText(centre.text("booking", "busy.kept"));
      assertThat(centre.find("#ahead")).containsText(centre.text("booking", "busy.title"));
      assertThat(centre.main()).not().containsText("Dentist");
      centre.look("trainer-busy");
      centre.find("#busy > summary").click();
      centre.tabTo("#busyAddress");
      centre.page.keyboard().type("webcal://127.0.0.1/own.ics");
      centre.tabTo("#keep-address");
      centre.enter();
      assertThat(centre.find("#busyAddress-error"))
          .hasText(centre.text("booking", "address.problem.forbidden"));
      assertThat(centre.find("#busyAddress")).hasValue("webcal://127.0.0.1/own.ics");
      centre.look("trainer-address-wrong");
      String trainer = centre.shown();
      PackagedApplication.shared()
          .database()
          .update(
              "INSERT INTO busy_address (resource_id, sealed, host, next_at, read_at, failed_at,"
                  + " problem, failures, times, met, kept_at) VALUES ("
                  + trainer
                  + ", 'x', 'calendar.example', '2090-01-01', '2026-11-01', '2026-11-02', 'gone', 3, 4,"
                  + " 1, '2026-11-01')");
      centre.go("/desk/resources/" + trainer);
      centre.find("#busy > summary").click();
      assertThat(centre.find("#busy-state"))
          .containsText(centre.text("booking", "address.problem.gone"));
      centre.look("trainer-address");
      centre.find("#forget-address").click();
      assertThat(centre.find(".note.ok"))
          .containsText(centre.text("booking", "done.busy-address-removed"));
      assertThat(centre.find("#busy-state")).hasCount(0);
      send(
          centre,
          "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:"
              + day
              + "T090000Z\r\nDURATION:PT1H\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
      centre.find("#ahead button[value=unblock]").click();
      centre.find("#ending > summary").click();
      centre.find("#remove").click();
      assertThat(centre.find(".note.ok")).containsText(centre.text("booking", "done.removed"));
    }
  }

  private static void send(Window centre, String text) {
    if (centre.find("#busy[open]").count() == 0) {
      centre.find("#busy > summary").click();
    }
    centre
        .find("#file")
        .setInputFiles(
            new FilePayload(
                "calendar.ics", "text/calendar", text.getBytes(StandardCharsets.UTF_8)));
    centre.find("#read-busy").click();
  }

  private static String copy(Window centre, LocalDate day) {
    centre.go("/desk/centre");
    centre.find("tr:has(time) a[href$='/copy']").first().click();
    centre.find("#firstDay").fill(day.toString());
    centre.find(".form .btn:not(.quiet)").click();
    assertThat(centre.find("#resources")).isVisible();
    return centre
        .find("#resources")
        .getAttribute("href")
        .replace("/desk/centre/session/", "")
        .replace("/resources", "");
  }
}
