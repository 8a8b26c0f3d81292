package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portolan.running.PackagedApplication;

/** Somebody without an account looks around. */
class VisitorJourneyIT {
  private static PackagedApplication application;

  @BeforeAll
  static void start() {
    application = PackagedApplication.shared();
  }

  @ParameterizedTest
  @CsvSource({"en,1280", "en,320", "ar,1280", "ar,320"})
  void theFirstPageSaysWhatThisIs(String language, int width) {
    try (Page page = Chromium.open(language, width)) {
      page.navigate(application.url("/?lang=" + language));
      assertThat(page.locator("h1")).hasCount(1);
      Chromium.look(page, "home-" + language + "-" + width);
    }
  }

  @ParameterizedTest
  @CsvSource({"en,1280", "en,320", "ar,1280", "ar,320"})
  void theRegionsAreAList(String language, int width) {
    try (Page page = Chromium.open(language, width)) {
      page.navigate(application.url("/regions?lang=" + language));
      assertThat(page.locator("main section")).hasCount(6);
      Chromium.look(page, "regions-" + language + "-" + width);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "catalogue,/catalog",
    "course,/catalog/DEMO-HS-101",
    "calendar,/calendar",
    "centre-agenda,/calendar/centre/DEMO-RTC-XS1",
    "centre-month,/calendar/centre/DEMO-RTC-XS1?view=month",
    "knowledge,/knowledge",
    "practice,/knowledge/DEMO-PR-041",
    "search,/search?q=audit",
    "sign-in,/sign-in"
  })
  void everyPublicPageReadsWellInEnglishAndArabic(String name, String path) {
    for (String language : new String[] {"en", "ar"}) {
      try (Page page = Chromium.open(language, 1280)) {
        page.navigate(
            application.url(path + (path.contains("?") ? "&" : "?") + "lang=" + language));
        assertThat(page.locator("h1")).hasCount(1);
        Chromium.look(page, name + "-" + language);
        page.setViewportSize(320, 900);
        if (language.equals("en")) {
          Chromium.look(page, name + "-en-320");
        } else {
          Chromium.picture(page, name + "-" + language + "-320");
        }
      }
    }
  }
}
