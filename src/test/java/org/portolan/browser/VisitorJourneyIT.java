package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody without an account looks around; their browser runs no scripts. */
class VisitorJourneyIT {
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  @ParameterizedTest
  @CsvSource({"en,ltr,audit,ru", "ar,rtl,الجمارك,fr"})
  void fromTheFirstPageToAPractice(
      String language, String direction, String word, String otherLanguage) {
    Map<String, String> seen = new LinkedHashMap<>();
    try (Window visitor = Window.withoutScripts(language)) {
      visitor.go("/");
      assertThat(visitor.page.locator("html")).hasAttribute("dir", direction);
      assertThat(visitor.page.locator("h1")).hasText(visitor.text("home", "headline"));
      seen.put("home", visitor.address());

      visitor.find("h2 a[href='/catalog']").click();
      int all = filterCourses(visitor, seen);
      openACourseOfThePageAfter(visitor, all, seen);
      followItsSession(visitor, seen);
      find(visitor, word, seen);
      readAForeignPractice(visitor, otherLanguage, seen);
    }
    // the rules of accessibility are a script: a second window reads the same pages
    try (Window reader = Window.of(language)) {
      seen.forEach(
          (name, address) -> {
            reader.go(address);
            reader.look("visitor-" + name);
          });
    }
  }

  /** By theme and language, then without the theme, then without both. Gives how many there are. */
  private static int filterCourses(Window visitor, Map<String, String> seen) {
    int all = count(visitor);
    visitor.page.locator("#theme").selectOption("VALUATION");
    visitor.page.locator("#language").selectOption("ar");
    visitor.find("form[action='/catalog'] button").click();
    assertThat(visitor.address()).contains("theme=VALUATION", "language=ar");
    assertThat(visitor.find(".chips a.chip")).hasCount(2);
    assertThat(visitor.find("#results a[href='/catalog/DEMO-VAL-240']")).isVisible();
    assertThat(visitor.find("#results a[href='/catalog/DEMO-HS-101']")).hasCount(0);
    int both = visitor.find("#results li.row").count();
    seen.put("catalogue-filtered", visitor.address());

    visitor.find("a.chip[href*='language=ar']").click();
    assertThat(visitor.address()).contains("language=ar").doesNotContain("theme=VALUATION");
    assertThat(visitor.find(".chips a.chip")).hasCount(1);
    assertThat(count(visitor)).isBetween(both + 1, all - 1);
    visitor.find("a.chip").click();
    assertThat(visitor.find("a.chip")).hasCount(0);
    assertThat(count(visitor)).isEqualTo(all);
    return all;
  }

  private static void openACourseOfThePageAfter(Window visitor, int all, Map<String, String> seen) {
    Locator titles = visitor.find("#results h3 a");
    assertThat(titles).hasCount(25);
    String first = titles.first().innerText();
    visitor.find(".pager a[rel=next]").click();
    assertThat(visitor.address()).contains("page=2");
    assertThat(titles.first()).not().hasText(first);
    assertThat(titles).hasCount(Math.min(25, all - 25));
    assertThat(visitor.find(".pager a[rel=prev]")).isVisible();

    Locator row = visitor.find("li.row:has(.state.ok)").first();
    String title = row.locator("h3 a").innerText();
    row.locator("h3 a").click();
    assertThat(visitor.page.locator("h1")).hasText(title);
    seen.put("course", visitor.address());
  }

  private static void followItsSession(Window visitor, Map<String, String> seen) {
    String course = visitor.page.locator("h1").innerText();
    visitor.find("a[href^='/calendar/session/']").first().click();
    assertThat(visitor.page.locator("h1")).hasText(course);
    assertThat(visitor.find(".facts")).containsText(visitor.text("calendar", "session.when"));
    String session = visitor.address();
    seen.put("session", session);

    visitor.find(".crumbs a[href^='/calendar/centre/']").click();
    assertThat(visitor.find(".agenda a[href='" + session + "']")).hasText(course);
    seen.put("agenda", visitor.address());
  }

  private static void find(Window visitor, String word, Map<String, String> seen) {
    Locator box = visitor.page.locator("header input[name=q]");
    box.fill(word);
    box.press("Enter");
    assertThat(visitor.find("mark").first()).isVisible();
    int all = count(visitor);
    seen.put("search", visitor.address());

    Locator facet = visitor.find(".facets a[href*='type=practice']");
    int practices = number(facet.locator(".n"));
    assertThat(practices).isBetween(1, all - 1);
    facet.click();
    assertThat(count(visitor)).isEqualTo(practices);
    assertThat(visitor.find(".hit a[href^='/knowledge/']")).hasCount(visitor.find(".hit").count());

    String title = visitor.find(".hit h3 a").first().innerText();
    visitor.find(".hit h3 a").first().click();
    assertThat(visitor.page.locator("h1")).hasText(title);
    assertThat(visitor.find(".prose").first()).not().isEmpty();
    seen.put("practice", visitor.address());
  }

  /** One that nobody has put into the reader's language says so before anything else. */
  private static void readAForeignPractice(Window visitor, String other, Map<String, String> seen) {
    String name = visitor.text("platform", "language." + other);
    visitor.page.locator("header a[href='/knowledge']").click();
    visitor.page.locator("#f-language").selectOption(other);
    visitor.find("form[action='/knowledge'] button").click();
    Locator row =
        visitor
            .find("li.row:has(h3 a[lang=" + other + "])")
            .filter(
                new Locator.FilterOptions()
                    .setHasText(visitor.textWith("platform", "only.in", name)))
            .first();
    row.locator("h3 a").click();
    assertThat(visitor.find("article .note"))
        .hasText(visitor.textWith("knowledge", "practice.only", name));
    assertThat(visitor.page.locator("h1")).hasAttribute("lang", other);
    assertThat(visitor.find(".prose")).hasAttribute("lang", other);
    seen.put("practice-foreign", visitor.address());
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "es", "ru", "pt"})
  void thePageThatOneReadsSpeaksTheOtherLanguage(String language) {
    String course = language.equals("pt") ? "DEMO-STR-330" : "DEMO-RM-110";
    try (Window english = Window.withoutScripts("en");
        Window reader = Window.withoutScripts(language)) {
      english.go("/catalog?theme=RISK");
      speak(english, language);
      assertThat(english.address()).startsWith("/catalog?theme=RISK&");
      assertThat(english.page.locator("h1")).hasText(reader.text("catalog", "courses.title"));

      english.go("/catalog/" + course + "?lang=en");
      String inEnglish = english.page.locator("h1").innerText();
      assertThat(english.page.locator("h1")).hasAttribute("lang", "en");
      speak(english, language);
      assertThat(english.shown()).isEqualTo(course);
      assertThat(english.page.locator("h1")).hasAttribute("lang", language);
      assertThat(english.page.locator("h1")).not().hasText(inEnglish);
      assertThat(english.find("#ses")).hasText(reader.text("catalog", "course.coming"));

      // and it is remembered
      english.page.locator(".brand").click();
      assertThat(english.page.locator("h1")).hasText(reader.text("home", "headline"));
      english.page.locator("header a[href='/calendar']").click();
      assertThat(english.page.locator("h1")).hasText(reader.text("calendar", "title"));
      english.page.locator("header a[href='/knowledge']").click();
      assertThat(english.page.locator("h1")).hasText(reader.text("knowledge", "list.title"));
      english.page.locator("header a[href='/regions']").click();
      assertThat(english.page.locator("h1")).hasText(reader.text("region", "title"));
      english.page.locator("header a[href='/sign-in']").click();
      assertThat(english.page.locator("h1")).hasText(reader.text("access", "signin.title"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "catalogue,/catalog",
    "catalogue-nothing,/catalog?theme=VALUATION&mode=webinar&level=trainer",
    "course-foreign,/catalog/DEMO-PCA-220",
    "course-behind,/catalog/DEMO-HS-101?in=es",
    "course-retired,/catalog/DEMO-HS-090",
    "competencies,/competencies",
    "job-profile,/competencies/profile/audit-officer",
    "calendar,/calendar",
    "calendar-unknown,/calendar?theme=NOTHING",
    "centre-month,/calendar/centre/DEMO-RTC-XS1?view=month",
    "session-begun,/calendar/session/1",
    "knowledge,/knowledge",
    "regions,/regions",
    "regions-filtered,/regions?kind=rtc&language=ru",
    "regions-unknown,/regions?kind=palace",
    "region,/regions/EUR",
    "region-far,/regions/AP",
    "member,/regions/member/XS",
    "body-centre,/regions/body/DEMO-RTC-XS1",
    "body-vice-chair,/regions/body/VC-AP",
    "body-donor,/regions/body/DONOR-WB",
    "search-nothing,/search?q=zzzzqq",
    "sign-in,/sign-in",
    "error-404,/nowhere"
  })
  void everyOtherPublicPageReadsWell(String name, String path) {
    for (String language : new String[] {"en", "ar"}) {
      try (Window reader = Window.of(language)) {
        reader.go(path);
        assertThat(reader.page.locator("h1")).hasCount(1);
        reader.look(name);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void whatIsNotOpenToSomebodySaysSo(String language) {
    try (Window officer = Window.of("trainee", language)) {
      officer.go("/desk/decisions");
      assertThat(officer.page.locator("h1")).hasText(officer.text("platform", "error.403.title"));
      officer.look("error-403");
      officer.find("a[href='/']").click();
      assertThat(officer.page.locator("h1")).hasText(officer.text("home", "headline"));
    }
  }

  private static void speak(Window window, String language) {
    window.page.locator("header .menu summary").first().click();
    window.page.locator("header .menu a[hreflang=" + language + "]").click();
    assertThat(window.page.locator("html")).hasAttribute("lang", language);
  }

  /** What the heading of the results says. */
  private static int count(Window visitor) {
    return number(visitor.find("#rh"));
  }

  private static int number(Locator words) {
    Matcher number = NUMBER.matcher(words.innerText());
    assertThat(number.find()).as(words.innerText()).isTrue();
    return Integer.parseInt(number.group());
  }
}
