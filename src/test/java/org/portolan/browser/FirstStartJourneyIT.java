package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.portolan.running.PackagedApplication;
import org.portolan.running.SeparateDatabase;
import org.portolan.running.TestDatabase;

/** An installation without the demo world: its first administrator, its empty pages, its end. */
class FirstStartJourneyIT {
  private static final Pattern ADDRESS = Pattern.compile("/set-up\\?token=\\S+");
  private static final List<String> LANGUAGES = List.of("ar", "en");

  @Test
  void theFirstAdministratorComesIntoAnEmptyHouseWhoseDatabaseIsThenLost() {
    Path folder =
        Path.of(System.getProperty("portolan.it.directory")).resolve("first-start-database");
    TestDatabase.empty(folder);
    SeparateDatabase database = SeparateDatabase.start(folder);
    Map<String, String> settings = new HashMap<>(database.settings());
    settings.put("PORTOLAN_DEMO", "false");
    try (PackagedApplication application = PackagedApplication.start("first-start", settings)) {
      becomeAdministrator(application);
      readEmptyPages(application);
      database.close();
      readThatTheDatabaseIsGone(application);
    }
  }

  private static void becomeAdministrator(PackagedApplication application) {
    Matcher said = ADDRESS.matcher(application.log());
    assertThat(said.find()).as("the log names the address").isTrue();
    for (String language : LANGUAGES) {
      try (Window first = Window.of(application, language)) {
        first.go(said.group());
        first.look("set-up");
        first.find("#go").click();
        assertThat(first.find("#given-error")).containsText(first.text("access", "setup.missing"));
        first.look("set-up-nothing-typed");
        if (language.equals("en")) {
          first.find("#given").fill("Nia");
          first.find("#family").fill("Okoro");
          first.find("#email").fill("nia@portolan.example");
          first.find("#password").fill(PackagedApplication.PASSWORD);
          first.find("#go").click();
          first.find("#email").fill("nia@portolan.example");
          first.find("#password").fill(PackagedApplication.PASSWORD);
          first.find("#go").click();
          assertThat(first.page.locator("h1")).hasText("Nia Okoro");
          assertThat(first.main()).containsText(first.text("office", "office.admin"));
        }
      }
    }
  }

  private static void readEmptyPages(PackagedApplication application) {
    for (String language : LANGUAGES) {
      try (Window visitor = Window.of(application, language)) {
        for (String page : List.of("", "catalog", "calendar", "knowledge", "search")) {
          visitor.go("/" + page);
          assertThat(visitor.page.locator("h1")).hasCount(1);
          visitor.look("empty-" + (page.isEmpty() ? "home" : page));
        }
      }
    }
  }

  private static void readThatTheDatabaseIsGone(PackagedApplication application) {
    for (String language : LANGUAGES) {
      try (Window visitor = Window.of(application, language)) {
        Response answer = visitor.page.navigate(application.url("/knowledge?year=2020"));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(visitor.page.locator("h1")).hasText(visitor.text("platform", "error.503.title"));
        visitor.look("error-503");
      }
    }
  }
}
