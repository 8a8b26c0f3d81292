package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two people have the same thing open, or one person clicks twice. */
class TwoColleaguesIT {

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void aSessionChangedMeanwhileIsNotWrittenOverUnseen(String language) {
    LocalDate day =
        YearMonth.now(ZoneOffset.UTC).plusMonths(13).atDay(language.equals("en") ? 4 : 5);
    try (Window one = Window.of("centre", language);
        Window other = Window.of("centre", language)) {
      one.go("/desk/centre/session");
      plan(one, day);
      clickTwice(one, "#draft");
      assertThat(one.find(".note.ok")).isVisible();
      assertThat(one.find("tr:has(time[datetime='" + day + "'])")).hasCount(1);
      String address =
          one.find(
                  "tr:has(time[datetime='"
                      + day
                      + "']) a[href^='/desk/centre/session/']:not([href$='/seats'], [href$='/copy'])")
              .getAttribute("href");
      one.go(address);
      other.go(address);

      one.find("#venue").fill("Hall of the first");
      one.find("#publish").click();
      assertThat(one.find(".note.ok")).isVisible();

      other.find("#venue").fill("Hall of the second");
      other.find("#seats").fill("9");
      // its page still shows a draft
      other.find("#draft").click();
      assertThat(other.main()).containsText(other.text("calendar", "form.changed"));
      assertThat(other.find("#venue")).hasValue("Hall of the second");
      assertThat(other.find("#seats")).hasValue("9");
      other.look("session-form-changed-meanwhile");
      Page newer = other.page.waitForPopup(() -> other.find("#newer").click());
      assertThat(newer.locator("#venue")).hasValue("Hall of the first");
      newer.close();

      other.find("#save").click();
      assertThat(other.find(".note.ok")).isVisible();
      one.go(address);
      assertThat(one.find("#venue")).hasValue("Hall of the second");
    }
  }

  @Test
  void whatIsNoValueOfAListIsNamedBesideIt() {
    try (Window centre = Window.of("centre", "en")) {
      centre.go("/desk/centre/session");
      plan(centre, LocalDate.now(ZoneOffset.UTC).plusMonths(9));
      centre.page.evaluate(
          "() => { document.querySelector('#course').selectedOptions[0].value = '999999';"
              + " document.querySelector('#donor').selectedOptions[0].value = 'DICE'; }");
      centre.find("#draft").click();

      assertThat(centre.find("#course-e")).hasText(centre.text("calendar", "problem.course"));
      assertThat(centre.find("#donor-e")).hasText(centre.text("calendar", "problem.donor"));
      assertThat(centre.find("#venue")).hasValue("Hall");
      centre.look("session-form-no-such-course");
    }
  }

  @Test
  void aYearThatNoCalendarShowsIsNamedBesideIt() {
    try (Window centre = Window.of("centre", "en")) {
      centre.go("/desk/centre/session");
      plan(centre, LocalDate.now(ZoneOffset.UTC).plusMonths(9));
      centre.page.evaluate(
          "() => { for (const id of ['firstDay', 'lastDay']) {"
              + " const field = document.getElementById(id);"
              + " field.type = 'text'; field.value = '+12345-01-01'; } }");
      centre.find("#draft").click();

      assertThat(centre.find("#firstDay-e")).hasText(centre.text("calendar", "problem.years"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void aPracticeChangedMeanwhileIsNotWrittenOverUnseen(String language) {
    String title = "Two counters " + language;
    try (Window one = Window.of("editor", language);
        Window other = Window.of("editor", language)) {
      one.go("/desk/practices/new");
      one.find("#language").selectOption("en");
      one.find("#title").fill(title);
      one.find("#theme").selectOption("RISK");
      clickTwice(one, "button[value=save]");
      assertThat(one.find(".note.ok")).isVisible();
      Locator listed = one.find("a[href^='/desk/practices/']:has(bdi:text-is('" + title + "'))");
      assertThat(listed).hasCount(1);
      String address = listed.getAttribute("href");
      one.go(address);
      assertThat(one.find("#title")).hasValue(title);
      other.go(address);

      one.find("#title").fill(title + ", by one");
      one.find("button[value=save]").click();
      assertThat(one.find(".note.ok")).isVisible();

      other.find("#title").fill(title + ", by another");
      other.find("button[value=save]").click();
      assertThat(other.main()).containsText(other.text("knowledge", "form.changed"));
      assertThat(other.find("#title")).hasValue(title + ", by another");
      other.look("practice-form-changed-meanwhile");
      Page newer = other.page.waitForPopup(() -> other.find("#newer").click());
      assertThat(newer.locator("#title")).hasValue(title + ", by one");
      newer.close();

      // a translation is added; from the form of the original it is not written over
      other.find("#language").selectOption("fr");
      other.find("button[value=save]").click();
      assertThat(other.find(".note.ok")).isVisible();
      one.go(address);
      assertThat(one.find("#title")).hasValue(title + ", by one");
      one.find("#title").fill("Again");
      one.find("#language").selectOption("fr");
      one.find("button[value=save]").click();
      assertThat(one.find("#existing")).hasAttribute("href", address + "?language=fr");
      assertThat(one.find("#title")).hasValue("Again");
      one.look("practice-form-language-exists");
      one.go(address + "?language=fr");
      assertThat(one.find("#title")).hasValue(title + ", by another");
    }
  }

  private static void plan(Window centre, LocalDate day) {
    centre.find("#course").selectOption(centre.find("#course option").nth(3).getAttribute("value"));
    centre.find("#firstDay").fill(day.toString());
    centre.find("#lastDay").fill(day.toString());
    centre.find("#venue").fill("Hall");
    centre.find("input[name=languages][value=en]").check();
  }

  /** The first click is on its way to the end, the second leads to what the browser shows. */
  private static void clickTwice(Window window, String button) {
    window.page.evaluate(
        "selector => { const button = document.querySelector('main ' + selector);"
            + " return fetch(button.form.action, {method: 'POST',"
            + " body: new URLSearchParams(new FormData(button.form, button))})"
            + ".then(answer => answer.text()); }",
        button);
    window.find(button).click();
  }
}
