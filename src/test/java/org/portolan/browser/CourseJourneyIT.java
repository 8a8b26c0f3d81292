package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A centre drafts a course and hears that another offers one like it; whoever keeps the catalogue
 * of the region sends it back and then publishes it; a reader finds it, until it is retired.
 */
class CourseJourneyIT {
  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void aCourseIsDraftedReviewedPublishedReadAndRetired(String language) {
    String code = "DEMO-JRN-" + language.toUpperCase(java.util.Locale.ROOT);
    try (Window centre = Window.of("centre", language);
        Window keeper = Window.of("rocb", language);
        Window visitor = Window.of(language)) {
      centre.go("/desk/courses");
      centre.look("course-desk");
      centre.find("a[href='/desk/courses/new']").click();
      centre.look("course-form-new");
      centre.find("#title").fill("La valeur transactionnelle et ses ajustements");
      centre.find("#code").fill("not a code");
      centre.find("#hours").fill("many");
      centre.find("#requires").fill("DEMO-NONE");
      centre.find("#validFrom").fill("2028-01-01");
      centre.find("#validUntil").fill("2027-12-31");
      centre.find("button[value=save]").click();
      assertThat(centre.find("#validUntil-error")).isVisible();
      assertThat(centre.find("#validUntil")).hasValue("2027-12-31");
      assertThat(centre.find("#code-error")).isVisible();
      assertThat(centre.find("#hours-error")).isVisible();
      assertThat(centre.find("#requires-error")).containsText("DEMO-NONE");
      assertThat(centre.find("#title")).hasValue("La valeur transactionnelle et ses ajustements");
      assertThat(centre.find("#hours")).hasValue("many");
      centre.look("course-form-wrong");

      centre.find("#language").selectOption("fr");
      centre.find("#code").fill(code);
      centre.find("#theme").selectOption("VALUATION");
      centre.find("#level").selectOption("basic");
      centre.find("#mode").selectOption("workshop");
      centre.find("#hours").fill("14");
      centre.find("#a-operational").check();
      centre.find("#requires").fill("DEMO-RM-110");
      centre.find("#validUntil").fill("2029-12-31");
      centre.find("select[name=competency]").first().selectOption("valuation");
      centre.find("select[name=upTo]").first().selectOption("1");
      centre.find("button[value=save]").click();
      assertThat(centre.find(".note.ok")).isVisible();
      assertThat(centre.find("#similar a[href='/catalog/DEMO-VAL-120']")).isVisible();
      assertThat(centre.find("#missing li")).hasCount(2);
      centre.look("course-similar");
      centre.find("button[value=submit]").click();
      assertThat(centre.find(".note.err")).isVisible();

      centre.find("a[href$='/text/fr']").click();
      centre.look("course-text");
      centre.find("#summary").fill("Deux jours sur le prix payé ou à payer.");
      centre.find("#body").fill("## Programme\n\n1. Le prix\n2. Les **ajouts**");
      centre.find("button[value=preview]").click();
      assertThat(centre.find(".prose strong")).hasText("ajouts");
      centre.find("button[value=save]").click();
      assertThat(centre.find("#missing")).hasCount(0);
      centre.find("button[value=submit]").click();
      assertThat(centre.find(".note.ok")).isVisible();
      assertThat(centre.find("button[value=publish]")).hasCount(0);
      visitor.go("/catalog/" + code);
      assertThat(visitor.find("h1")).hasText(visitor.text("platform", "error.404.title"));

      keeper.go("/desk/courses?words=" + code);
      keeper.find("#desk tbody a").first().click();
      keeper.look("course-review");
      keeper.find("button[value=send-back]").click();
      assertThat(keeper.find("#reason-error")).isVisible();
      keeper.find("#reason").fill("Pour qui ?");
      keeper.find("button[value=send-back]").click();
      assertThat(keeper.find(".note.ok")).isVisible();

      centre.go(centre.address());
      assertThat(centre.find("#remark")).containsText("Pour qui ?");
      centre.look("course-sent-back");
      centre.find("button[value=submit]").click();
      keeper.go("/desk/courses?words=" + code);
      keeper.find("#desk tbody a").first().click();
      keeper.find("button[value=publish]").click();
      assertThat(keeper.find(".note.ok")).isVisible();
      keeper.look("course-published");

      visitor.go("/catalog/" + code);
      assertThat(visitor.find("h1")).hasText("La valeur transactionnelle et ses ajustements");
      assertThat(visitor.find("a[href='/catalog/DEMO-RM-110']")).isVisible();
      assertThat(visitor.find("#validity")).isVisible();
      visitor.look("course-new");

      keeper.find("#successor").fill("DEMO-NONE");
      keeper.find("button[value=retire]").click();
      assertThat(keeper.find("#successor-error")).isVisible();
      assertThat(keeper.find("#successor")).hasValue("DEMO-NONE");
      keeper.find("#successor").fill("DEMO-VAL-120");
      keeper.find("button[value=retire]").click();
      assertThat(keeper.find(".note.ok")).isVisible();
      visitor.go("/catalog/" + code);
      assertThat(visitor.find("#successor")).hasAttribute("href", "/catalog/DEMO-VAL-120");
    }
  }

  /** A text falls behind, is read beside the first language, and is brought up. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void aTextThatIsBehindIsBroughtUp(String language) {
    String path = language.equals("en") ? "fr" : "pt";
    String code = language.equals("en") ? "DEMO-ENV-150" : "DEMO-INT-160";
    try (Window secretariat = Window.of("secretariat", language)) {
      secretariat.go("/desk/courses?words=" + code);
      secretariat.find("#desk tbody a").first().click();
      secretariat.look("course-file");
      secretariat.find("a[href$='/text/" + path + "']").click();
      assertThat(secretariat.find("#behind")).isVisible();
      secretariat.look("course-text-behind");
      secretariat.find("button[value=bring-up]").click();
      secretariat.find("a[href$='/text/" + path + "']").click();
      assertThat(secretariat.find("#behind")).hasCount(0);
    }
  }

  /** Narrowed by what is counted, sorted, and held beside each other; without scripts. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void coursesAreNarrowedSortedAndCompared(String language) {
    try (Window reader = Window.of(language)) {
      reader.go("/catalog");
      if (!reader.find("#competency").isVisible()) {
        reader.find(".fold summary").click();
      }
      String option = reader.find("#competency option[value=classification]").innerText();
      String counted = option.replaceAll(".*\\((\\d+)\\).*", "$1");
      reader.find("#competency").selectOption("classification");
      reader.find("#sort").selectOption("hours");
      reader.find(".facets button").click();
      assertThat(reader.find("#results .row")).hasCount(Integer.parseInt(counted));
      reader.look("catalogue-narrowed");
      reader.find("#results input[name=course]").nth(0).check();
      reader.find("#results input[name=course]").nth(1).check();
      reader.find("#results form button").click();
      assertThat(reader.find(".cards .card")).hasCount(2);
      assertThat(reader.find("#differ")).isVisible();
      reader.look("courses-compared");
      reader.go("/catalog?q=valeur+transactionelle+ajustement");
      assertThat(reader.find("#nearest a[href='/catalog/DEMO-VAL-120']")).isVisible();
      reader.look("catalogue-near");
      reader.go("/catalog/compare");
      assertThat(reader.find("a[href='/catalog'].btn")).isVisible();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void everyCourseOfTheOwnCatalogueSaysWhyItIsThere(String language) {
    // somebody who completes nothing meanwhile
    try (Window officer = Window.of("vicechair", language)) {
      officer.go("/catalog/mine");
      officer.look("own-catalogue");
      officer.find("#profile").selectOption("valuation-specialist");
      officer.find("form.filters button").click();
      assertThat(officer.find("#suiting a[href='/catalog/DEMO-TFA-207']")).isVisible();
      // what she completed gave her more of it than this one would
      assertThat(officer.find("#suiting a[href='/catalog/DEMO-VAL-120']")).hasCount(0);
      assertThat(officer.find("#suiting > li:first-child ul li").first()).isVisible();
      officer.look("own-catalogue-of-a-job");
    }
  }
}
