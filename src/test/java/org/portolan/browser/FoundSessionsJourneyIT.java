package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody looks for a course and wants to see its sessions, and no others. */
class FoundSessionsJourneyIT {
  @ParameterizedTest
  @CsvSource({"en,valuation", "ar,التقييم"})
  void fromACourseToItsSessionsAndBack(String language, String words) {
    try (Window visitor = Window.of(language)) {
      visitor.go("/search?q=" + words);
      Locator led = visitor.find(".hit:has(a[href*='course='])").first();
      String title = led.locator("h3").innerText();
      int more = number(led.locator("a[href*='course=']"));
      led.locator("a[href*='course=']").click();

      assertThat(visitor.address()).contains("type=session", "course=");
      assertThat(visitor.find("ul.chips a.chip:has(svg)")).hasCount(2);
      Locator hits = visitor.find(".hit");
      assertThat(hits.count()).isBetween(Math.min(more, 10), Math.min(more + 1, 10));
      assertThat(visitor.find(".hit h3 a[href^='/calendar/session/']")).hasCount(hits.count());
      for (String each : visitor.find(".hit h3").allInnerTexts()) {
        assertThat(each).isEqualTo(title);
      }
      visitor.look("search-sessions-of-course");
      assertThat(visitor.find("a[href^='/search.atom']").getAttribute("href")).contains("course=");
      assertThat(visitor.find("a[href^='/my/searches/new']").getAttribute("href"))
          .contains("course=");

      // the name of the course, in a language that is not always the one of the hits
      Locator course = visitor.find("ul.chips a.chip:not([href*='course='])");
      assertThat(course).not().containsText("DEMO-");
      course.click();
      assertThat(visitor.address()).contains("type=session").doesNotContain("course=");
    }
  }

  private static int number(Locator of) {
    String digits = of.innerText().replaceAll("\\D", "");
    // one or two have words of their own in Arabic
    return digits.isEmpty() ? 1 : Integer.parseInt(digits);
  }
}
