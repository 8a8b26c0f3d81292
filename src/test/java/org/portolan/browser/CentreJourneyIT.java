package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.LoadState;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A training centre plans a session, publishes it, changes it and takes it back. */
class CentreJourneyIT {
  private static final String CENTRE = "/calendar/centre/DEMO-RTC-XS1";

  @ParameterizedTest
  @CsvSource({"en,10", "ar,11"})
  void aSessionIsPlannedPublishedChangedAndCancelled(String language, int months) {
    LocalDate day = YearMonth.now(ZoneOffset.UTC).plusMonths(months).atDay(15);
    String venue = "Salle Baobab & <b>annexe</b> " + language;
    try (Window centre = Window.of("centre", language);
        Window officer = Window.of("trainee", language);
        Window visitor = Window.of(language)) {
      centre.go("/desk/centre");
      centre.look("centre-desk");
      centre.find("a[href='/desk/centre/session']").click();
      centre.look("session-form-new");

      centre.find("#firstDay").fill(day.toString());
      centre.find("#lastDay").fill(day.minusDays(1).toString());
      centre.find("#start").fill("14:00");
      centre.find("#end").fill("09:30");
      centre.find("#venue").fill(venue);
      centre.find("#seats").fill("two dozen");
      centre.find("#draft").click();
      for (String field : new String[] {"course", "lastDay", "end", "seats", "languages"}) {
        assertThat(centre.find("#" + field + "-e")).isVisible();
      }
      assertThat(centre.find("#seats-e")).containsText(centre.text("calendar", "problem.seats"));
      assertThat(centre.find("#firstDay")).hasValue(day.toString());
      assertThat(centre.find("#lastDay")).hasValue(day.minusDays(1).toString());
      assertThat(centre.find("#start")).hasValue("14:00");
      assertThat(centre.find("#venue")).hasValue(venue);
      assertThat(centre.find("#seats")).hasValue("two dozen");
      centre.look("session-form-wrong");

      centre
          .find("#course")
          .selectOption(centre.find("#course option").nth(3).getAttribute("value"));
      centre.find("#lastDay").fill(day.plusDays(2).toString());
      centre.find("#start").fill("08:30");
      centre.find("#end").fill("15:45");
      centre.find("#seats").fill("12");
      centre.find("input[name=languages][value=fr]").check();
      centre.find("#ask-coordinator").uncheck();
      centre.find("#draft").click();
      assertThat(centre.find(".note.ok")).isVisible();
      centre.look("centre-desk-draft-saved");
      Locator edit =
          row(centre, day)
              .locator("a[href^='/desk/centre/session/']:not([href$='/seats'], [href$='/copy'])");
      String id = edit.getAttribute("href").replaceAll(".*/", "");
      assertThat(row(centre, day)).containsText(centre.text("calendar", "state.draft"));
      String month = CENTRE + "?view=month&month=" + YearMonth.from(day);
      visitor.go(month);
      assertThat(visitor.find(".ev[href$='/" + id + "']")).hasCount(0);

      edit.click();
      assertThat(centre.find("#venue")).hasValue(venue);
      centre.look("session-form-draft");
      centre.find("#publish").click();
      assertThat(row(centre, day)).containsText(centre.text("calendar", "state.published"));

      visitor.page.reload();
      assertThat(visitor.find(".ev[href$='/" + id + "']")).hasCount(3);
      visitor.look("centre-month");
      visitor.go(CENTRE);
      assertThat(visitor.find("a[href='/calendar/session/" + id + "']")).isVisible();
      visitor.look("centre-agenda");
      String event = event(visitor, id);
      assertThat(event)
          .contains("T083000", "Africa/Abidjan", "STATUS:CONFIRMED")
          .contains("Salle Baobab & <b>annexe</b>");

      officer.go("/apply/" + id);
      officer.find("textarea").fill("I shall teach it at home.");
      officer.find("form .btn:not(.quiet)").click();
      officer.page.waitForLoadState(LoadState.LOAD);
      assertThat(officer.page.url()).contains("/applications/");
      visitor.go("/calendar/session/" + id);
      assertThat(visitor.find("progress")).hasAttribute("value", "1");
      assertThat(visitor.find("progress")).hasAttribute("max", "12");
      visitor.look("session-of-a-centre");

      centre.page.reload();
      centre.look("centre-desk-published");
      row(centre, day)
          .locator("a[href^='/desk/centre/session/']:not([href$='/seats'], [href$='/copy'])")
          .click();
      centre.find("#venue").fill("Amphithéâtre du Fleuve");
      centre.find("#seats").fill("0");
      centre.find("#save").click();
      assertThat(centre.find("#seats-e")).isVisible();
      assertThat(centre.find("#venue")).hasValue("Amphithéâtre du Fleuve");
      centre.find("#seats").fill("8");
      centre.look("session-form-published");
      centre.find("#save").click();
      assertThat(centre.find(".note.ok")).isVisible();
      visitor.page.reload();
      assertThat(visitor.main()).containsText("Amphithéâtre du Fleuve");
      assertThat(visitor.find("progress")).hasAttribute("max", "8");
      assertThat(event(visitor, id)).contains("Amphithéâtre du Fleuve", "SEQUENCE:1");

      row(centre, day)
          .locator("a[href^='/desk/centre/session/']:not([href$='/seats'], [href$='/copy'])")
          .click();
      centre.find("details:has(#cancel) > summary").click();
      centre.look("session-form-cancel");
      centre.find("#cancel").click();
      assertThat(row(centre, day)).containsText(centre.text("calendar", "state.cancelled"));
      centre.look("centre-desk-cancelled");
      visitor.go(month);
      assertThat(visitor.find(".ev.cancelled[href$='/" + id + "']").first()).isVisible();
      assertThat(event(visitor, id)).contains("STATUS:CANCELLED");
      visitor.go("/calendar/session/" + id);
      assertThat(visitor.main()).containsText(visitor.text("calendar", "state.cancelled"));
      assertThat(visitor.find("a[href='/apply/" + id + "']")).hasCount(0);
      visitor.look("session-cancelled");
      officer.page.reload();
      assertThat(officer.find(".state.pill"))
          .containsText(officer.text("enrolment", "session.cancelled"));
      officer.look("application-session-cancelled");
    }
  }

  /** The line of the desk for a session on a day on which the centre has no other. */
  private static Locator row(Window centre, LocalDate day) {
    return centre.find("tr:has(time[datetime='" + day + "'])");
  }

  /** The session in the feed of its centre, its lines unfolded. */
  private static String event(Window window, String id) {
    String feed = window.text(CENTRE + ".ics").replace("\r\n ", "").replace("\\,", ",");
    return Arrays.stream(feed.split("BEGIN:VEVENT"))
        .filter(event -> event.contains("/calendar/session/" + id + "\r\n"))
        .findFirst()
        .orElse(feed);
  }
}
