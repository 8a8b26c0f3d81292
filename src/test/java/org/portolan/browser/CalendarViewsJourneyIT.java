package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
