package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portolan.running.PackagedApplication;

/** An editor sees what is taken of the region, sorts it and takes it along. */
class DownloadsJourneyIT {
  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void whatWasTakenIsSortedAndTakenAlong(String language) throws Exception {
    try (Window editor = Window.of("editor", language);
        Window visitor = Window.of(language)) {
      // one that is for everybody, in the region of the editor
      visitor.go("/knowledge");
      String code = ofTheRegion(visitor);
      PackagedApplication.shared()
          .database()
          .update(
              "INSERT INTO download_tally (practice_id, attachment_id, taken_on, language, taken)"
                  + " SELECT id, 0, UTC_DATE(), 'es', 700 FROM practice WHERE code = ?"
                  + " UNION ALL SELECT id, 999999999, UTC_DATE(), 'fr', 600 FROM practice"
                  + " WHERE code = ? ON DUPLICATE KEY UPDATE taken = download_tally.taken + 1",
              code,
              code);
      editor.go("/desk/downloads");
      assertThat(editor.page.locator("header a[href='/desk/downloads']")).hasCount(1);
      Locator rows = editor.find("#downloads tbody tr");
      assertThat(rows.first().locator("a")).hasAttribute("href", "/knowledge/" + code);
      assertThat(rows.nth(1)).containsText(editor.text("attachment", "taken.removed"));
      editor.look("downloads");
      editor.find("#days").selectOption("7");
      editor.find("form[action='/desk/downloads'] button").click();
      assertThat(editor.address()).contains("days=7");
      editor.find("#downloads th a[href*='sort=title']").click();
      assertThat(editor.find("#downloads th[aria-sort=ascending]")).hasCount(1);
      Download file = editor.page.waitForDownload(() -> editor.find("#csv").click());
      assertThat(Files.readString(file.path())).contains(code, "es");

      visitor.go("/knowledge/" + code);
      assertThat(Long.parseLong(visitor.find("#downloads").innerText().replaceAll("\\D", "")))
          .isGreaterThanOrEqualTo(1_300);
      visitor.look("practice-downloads");
    }
  }

  @SuppressWarnings("unchecked")
  private static String ofTheRegion(Window visitor) {
    List<Map<String, Object>> items =
        (List<Map<String, Object>>)
            visitor.json("/api/v1/practices?region=WCA&limit=1").get("items");
    return (String) items.get(0).get("code");
  }
}
