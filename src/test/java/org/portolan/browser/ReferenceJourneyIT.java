package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Secretariat brings a body up to date. */
class ReferenceJourneyIT {
  @ParameterizedTest
  @CsvSource({"en,DEMO-RDTC-XE", "ar,DEMO-RILO-XN"})
  void fromTheListToWhatReadersSee(String language, String code) {
    String form = "/desk/reference/body/" + code;
    try (Window one = Window.of("admin", language);
        Window other = Window.of("admin", language)) {
      one.page.locator("header .menu summary").last().click();
      one.page.locator("header a[href='/desk/reference']").click();
      one.look("reference");
      one.page.locator("#words").fill(code);
      one.find("form.filters button").click();
      one.find("h3 a[href='" + form + "']").click();
      other.go(form);

      one.page.locator("#zone").fill("Mars/Olympus");
      one.page.locator("#website").fill("https://centre.example/" + language);
      one.page.locator("#save").click();
      assertThat(one.find("#zone-error")).hasText(one.text("region", "problem.zone"));
      assertThat(one.page.locator("#website")).hasValue("https://centre.example/" + language);
      one.look("reference-form-wrong");

      one.page.locator("#zone").fill("Africa/Nairobi");
      one.page.locator("#save").click();
      assertThat(one.find(".note.ok")).isVisible();
      one.go("/regions/body/" + code);
      assertThat(one.find("dl a[href='https://centre.example/" + language + "']")).isVisible();
      one.go(form);
      one.page.locator("#history summary").click();
      assertThat(one.page.locator("#history")).containsText("https://centre.example/" + language);
      one.look("reference-form");

      other.page.locator("#city").fill("Elsewhere");
      other.page.locator("#save").click();
      assertThat(other.find(".note.err"))
          .hasText(other.text("region", "desk.changed") + other.text("region", "desk.changed.see"));
      assertThat(other.page.locator("#city")).hasValue("Elsewhere");
      assertThat(other.shown()).isEqualTo(code);

      // whoever goes back finds the record as it is now, not what they typed over an older one
      other.page.goBack();
      assertThat(other.page.locator("#zone")).hasValue("Africa/Nairobi");
      other.page.locator("#save").click();
      other.go(form);
      assertThat(other.page.locator("#city")).not().hasValue("Elsewhere");
    }
  }
}
