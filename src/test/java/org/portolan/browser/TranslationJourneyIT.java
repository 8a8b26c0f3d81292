package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reader asks for a practice in another language, and editors see it. */
class TranslationJourneyIT {
  @ParameterizedTest
  @CsvSource({"en,DEMO-PR-034", "ar,DEMO-PR-035"})
  void aTranslationIsAskedFor(String language, String code) {
    try (Window officer = Window.of("trainee", language);
        Window editor = Window.of("editor", language)) {
      officer.go("/knowledge/" + code);
      officer.find("#ask-translation").click();
      officer.look("translation");
      officer.find("form:has(input[value=ru]) button[value=ask]").click();
      assertThat(officer.find(".note.ok")).isVisible();
      assertThat(officer.find("form:has(input[value=ru]) button[value=back]")).hasCount(1);
      officer.look("translation-asked");
      editor.go("/desk/translations");
      assertThat(editor.find("#asked a[href='/desk/practices/" + code + "?language=ru']"))
          .hasCount(1);
      editor.look("translations");
    }
  }
}
