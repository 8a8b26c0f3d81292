package org.portolan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An editor takes a template, connects the practice to a course and a legal text, and readers find
 * the way from either end.
 */
class LinkJourneyIT {
  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void aPracticeIsBegunFromATemplateAndConnected(String language) {
    String title = "Rulings <i>before</i> arrival " + language;
    try (Window editor = Window.of("editor", language);
        Window colleague = Window.of("ermelinda.embala", language);
        Window visitor = Window.of(language)) {
      editor.go("/desk/practices/new");
      editor.find("#title").fill(title);
      editor.find("#kind").selectOption("training");
      editor.find("button[value=template]").click();
      assertThat(editor.find("label[for=problem]"))
          .containsText(editor.text("knowledge", "template.training.problem"));
      assertThat(editor.find("#problem-h"))
          .hasText(editor.text("knowledge", "template.hint.training.problem"));
      assertThat(editor.find("#problem")).hasValue("");
      assertThat(editor.find("#title")).hasValue(title);
      editor.look("practice-template");

      editor.find("#wanted").fill("zqzqzq nowhere");
      editor.find("button[value=find]").click();
      editor.find("#wanted").fill("DEMO-HS-101");
      editor.find("button[value=find]").click();
      editor.look("practice-links-found");
      editor.find("button[value='course DEMO-HS-101']").click();
      assertThat(editor.find("#link-0")).hasAttribute("href", "/catalog/DEMO-HS-101");
      editor.find("select[name=link-relation-0]").selectOption("taught");
      editor.find("#link-name-1").fill("Kyoto Convention");
      editor.find("#link-reference-1").fill("Standard 9.9");
      editor.find("#link-address-1").fill("javascript:alert(1)");
      editor.find("#language").selectOption(language);
      for (String field : new String[] {"summary", "context", "problem", "done", "result"}) {
        editor.find("#" + field).fill(title);
      }
      editor.find("#theme").selectOption("RISK");
      editor.find("#licence").selectOption("cc-by-sa-4.0");
      editor.find("#consentFrom").fill("Customs of Sankor");
      editor.find("#consentOn").fill("2026-02-03");
      editor.find("button[value=hand-in]").click();
      assertThat(editor.find("#links-e")).isVisible();
      editor.look("practice-links-wrong");
      editor.find("#link-address-1").fill("https://www.wcoomd.org/");
      editor.find("button[value=hand-in]").click();
      assertThat(editor.find(".note.ok")).isVisible();
      String code = editor.page.url().replaceAll(".*/practices/([^/]+)/versions.*", "$1");
      colleague.go("/desk/practices/" + code + "/versions");
      colleague.find("button[value=approve]").click();
      assertThat(colleague.find(".note.ok")).isVisible();

      visitor.go("/knowledge/" + code);
      assertThat(visitor.find(".prose h2").nth(1))
          .hasText(visitor.text("knowledge", "template.training.problem"));
      assertThat(visitor.find("#connected a")).hasCount(2);
      assertThat(visitor.find("#connected a").nth(1)).hasText("Kyoto Convention, Standard 9.9");
      visitor.look("practice-connected");
      visitor.find("#connected a").first().click();
      assertThat(visitor.find("#linking a[href='/knowledge/" + code + "']")).hasText(title);
      assertThat(visitor.find("#similar a").first()).isVisible();
      visitor.look("course-practices-on-this");

      editor.go("/desk/practices/" + code);
      editor.find("button[name=link-gone-0]").click();
      assertThat(editor.find("#links a[href='/catalog/DEMO-HS-101']")).hasCount(0);
      assertThat(editor.find("#link-name-0")).hasValue("Kyoto Convention");
    }
  }
}
