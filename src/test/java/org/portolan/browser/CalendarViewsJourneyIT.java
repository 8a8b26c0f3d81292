package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The calendar as a month, a week, a year, a timeline and a list, for everybody. */
class CalendarViewsJourneyIT {
  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void everyViewReadsWell(String language) {
    try (Window visitor = Window.of(language)) {
      for (String view : List.of("agenda", "month", "week", "year", "timeline")) {
        visitor.go("/calendar?view=" + view + "&zone=Pacific/Auckland");
        visitor.look("calendar-" + view);
      }
      visitor.go("/calendar?view=timeline&rows=theme&region=WCA&zone=place");
      visitor.look("calendar-timeline-themes");
      visitor.go("/calendar/centre/DEMO-RTC-XS1?view=month&zone=Asia/Tashkent&state=published");
      visitor.look("calendar-centre-elsewhere");
      assertThat(visitor.main()).containsText("UTC+05:00");
      assertThat(visitor.main()).containsText("UTC+00:00");
      visitor.go("/calendar/signage/DEMO-RTC-XS1");
      visitor.look("calendar-signage");
    }
  }

  @Test
  void theCalendarIsGoneThroughByKeyboardAlone() {
    try (Window visitor = Window.of("en")) {
      visitor.go("/calendar");
      visitor.tabTo("a[href='/calendar?view=month&period=" + month(visitor) + "']");
      visitor.enter();
      assertThat(visitor.find("table.cal")).isVisible();
      visitor.tabTo("a[rel=next]");
      visitor.enter();
      assertThat(visitor.find("table.cal")).isVisible();
      String next = visitor.address();
      visitor.tabTo("a[rel=prev]");
      visitor.enter();
      assertThat(visitor.address()).isNotEqualTo(next);

      visitor.tabTo("#region");
      visitor.page.keyboard().type("West and Central");
      visitor.tabTo("form.cal-form button");
      visitor.enter();
      assertThat(visitor.address()).contains("region=WCA").contains("view=month");
      assertThat(visitor.find(".chip")).hasCount(1);

      visitor.tabTo("a[href*='view=timeline']");
      visitor.enter();
      assertThat(visitor.find("table.tl")).isVisible();
      visitor.tabTo("table.tl a.ev");
      assertThat(
              (Boolean) visitor.page.evaluate("document.activeElement.matches(':focus-visible')"))
          .isTrue();
      visitor.enter();
      assertThat(visitor.address()).startsWith("/calendar/session/");
    }
  }

  /** What people come to the calendar for, without a pointer. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void whatTheCalendarIsForIsDoneByKeyboardAlone(String language) {
    try (Window visitor = Window.of(language)) {
      visitor.go("/calendar?zone=place");
      // on other clocks
      visitor.tabTo("#zone");
      visitor.page.keyboard().press("End");
      String zone = visitor.find("#zone").inputValue();
      visitor.tabTo("form.cal-form button");
      visitor.enter();
      assertThat(visitor.address()).contains("zone=" + zone.replace("/", "%2F"));
      // of a region
      visitor.tabTo("#region");
      visitor.page.keyboard().press("ArrowDown");
      String region = visitor.find("#region").inputValue();
      visitor.tabTo("form.cal-form button");
      visitor.enter();
      assertThat(visitor.address()).contains("region=" + region);
      // subscribed to
      visitor.tabTo("a[href*='.ics']");
      assertThat(focused(visitor, "href")).contains(region);
      Download feed = visitor.page.waitForDownload(() -> visitor.page.keyboard().press("Enter"));
      assertThat(feed.suggestedFilename()).endsWith(".ics");
      // as a month
      visitor.tabTo("a[href*='view=month']");
      visitor.enter();
      assertThat(visitor.find("table.cal[role=grid]")).isVisible();
      // what is left of the choice is taken away again
      visitor.tabTo("a.chip");
      visitor.enter();
      assertThat(visitor.find("a.chip")).hasCount(0);
      // and a session opened
      visitor.tabTo("table.cal td");
      LocalDate held = held(visitor);
      walk(visitor, held);
      visitor.page.keyboard().press("Tab");
      assertThat(focused(visitor, "href")).startsWith("/calendar/session/");
      visitor.enter();
      assertThat(visitor.address()).startsWith("/calendar/session/");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void arrowsGoFromDayToDayAndToOtherMonths(String language) {
    try (Window visitor = Window.of(language)) {
      visitor.go("/calendar?view=month&period=2027-01&zone=place");
      assertThat(visitor.find("table.cal td[tabindex='0']")).hasCount(1);
      visitor.tabTo("table.cal td");
      assertThat(day(visitor)).isEqualTo("2027-01-01");
      assertThat(
              (Boolean) visitor.page.evaluate("document.activeElement.matches(':focus-visible')"))
          .isTrue();
      String forward = language.equals("ar") ? "ArrowLeft" : "ArrowRight";
      String back = language.equals("ar") ? "ArrowRight" : "ArrowLeft";
      press(visitor, forward, "2027-01-02");
      press(visitor, "ArrowDown", "2027-01-09");
      press(visitor, back, "2027-01-08");
      press(visitor, "ArrowUp", "2027-01-01");
      press(visitor, "Home", "2026-12-28");
      press(visitor, "End", "2027-01-03");
      press(visitor, "Control+End", "2027-01-31");
      visitor.look("calendar-month-keyboard");
      visitor.page.reload();
      visitor.tabTo("table.cal td");
      press(visitor, "Control+End", "2027-01-31");
      // past the edge, and by months: where there is no such day, the last of the month
      turn(visitor, "PageDown", "2027-02-28");
      turn(visitor, forward, "2027-03-01");
      turn(visitor, "PageUp", "2027-02-01");
      turn(visitor, "ArrowUp", "2027-01-25");
      assertThat(visitor.address()).contains("period=2027-01");
      visitor.enter();
      assertThat(visitor.address()).contains("period=2027-01-25").doesNotContain("view=month");
    }
  }

  @Test
  void onAPhoneTheMonthStaysAListInWhichEveryLinkIsAStop() {
    try (Window visitor = Window.of("en")) {
      visitor.page.setViewportSize(320, 900);
      visitor.go("/calendar?view=month");
      assertThat(visitor.find("table.cal[role=grid]")).hasCount(0);
      assertThat(visitor.find("table.cal [tabindex]")).hasCount(0);
    }
  }

  private static void press(Window visitor, String key, String day) {
    visitor.page.keyboard().press(key);
    assertThat(day(visitor)).as(key).isEqualTo(day);
  }

  /** Leads to another month, where the same goes on. */
  private static void turn(Window visitor, String key, String day) {
    visitor.page.keyboard().press(key);
    visitor.page.waitForURL(address -> address.endsWith("#day-" + day));
    assertThat(visitor.find("#day-" + day)).isFocused();
  }

  private static String day(Window visitor) {
    return focused(visitor, "id").replace("day-", "");
  }

  private static String focused(Window visitor, String attribute) {
    return (String)
        visitor.page.evaluate("name => document.activeElement.getAttribute(name)", attribute);
  }

  /** A day of the month on which something is held. */
  private static LocalDate held(Window visitor) {
    String id = visitor.find("table.cal td.in:has(li a)").first().getAttribute("id");
    return LocalDate.parse(id.replace("day-", ""));
  }

  /** From the focused day to another one of its month, by weeks and then by days. */
  private static void walk(Window visitor, LocalDate to) {
    visitor.page.keyboard().press("Control+Home");
    LocalDate at = LocalDate.parse(day(visitor));
    for (; at.plusWeeks(1).isBefore(to.plusDays(1)); at = at.plusWeeks(1)) {
      visitor.page.keyboard().press("ArrowDown");
    }
    boolean mirrored = "rtl".equals(visitor.page.locator("html").getAttribute("dir"));
    for (; at.isBefore(to); at = at.plusDays(1)) {
      visitor.page.keyboard().press(mirrored ? "ArrowLeft" : "ArrowRight");
    }
  }

  @Test
  void withoutScriptsAReaderChoosesWhatIsShownAndOnWhoseClocks() {
    try (Window visitor = Window.withoutScripts("en")) {
      visitor.go("/calendar");
      int all = visitor.find(".row").count();
      visitor.find("#region").selectOption("WCA");
      visitor.find("#zone").selectOption("Asia/Tokyo");
      visitor.find("form.cal-form button").click();

      assertThat(visitor.find(".cal-zone")).containsText("Tokyo, UTC+09:00");
      assertThat(visitor.find(".row").count()).isBetween(1, all - 1);
      assertThat(visitor.find(".row").first()).containsText("UTC+09:00");
      assertThat(visitor.find(".row").first())
          .containsText(visitor.textWith("calendar", "venue.time", "").strip());

      visitor.go("/calendar/centre/DEMO-RTC-XS1?view=week");
      assertThat(visitor.find(".cal-zone")).containsText("Tokyo, UTC+09:00");
      assertThat(visitor.find(".cal-zone")).containsText("Abidjan, UTC+00:00");
      visitor.go("/calendar?zone=Europe/Atlantis");
      assertThat(visitor.find(".note.warn")).containsText("Europe/Atlantis");
      assertThat(visitor.find(".note.warn")).hasCount(1);
      visitor.go("/calendar?zone=place&theme=NOTHING&view=timeline");
      assertThat(visitor.find(".note.warn")).containsText("NOTHING");
      assertThat(visitor.find(".tl-box")).hasCount(0);
    }
  }

  private static String month(Window visitor) {
    String address = visitor.find("a[href*='view=month']").getAttribute("href");
    return address.replaceAll(".*period=", "");
  }
}
