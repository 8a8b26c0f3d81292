package org.portolan.reuse.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.Map;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.knowledge.KnowledgeService;
import org.portolan.knowledge.PracticeBody;
import org.portolan.knowledge.PracticeEdit;
import org.portolan.knowledge.PracticeWorkflow;
import org.portolan.knowledge.Section;
import org.portolan.knowledge.Source;
import org.portolan.office.Office;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;

/** Readers ask for a practice in their language, and are told when it is there. */
@ArquillianTest
class TranslationsIT {
  private static final String REGION = "WCA";

  @Inject private Translations translations;
  @Inject private KnowledgeService knowledge;
  @Inject private PracticeWorkflow workflow;
  @Inject private Scenario scenario;

  private long author;
  private long colleague;
  private long reader;

  @BeforeEach
  void people() {
    author = editor();
    colleague = editor();
    reader = scenario.officer("XN");
  }

  @AfterEach
  void nobody() {
    scenario.asNobody();
    scenario.sql("DELETE FROM translation_request");
    scenario.endMandates(author, colleague);
  }

  private long editor() {
    long person = scenario.officer(Scenario.MEMBER);
    scenario.mandate(person, Office.EDITOR, Scope.region(REGION));
    return person;
  }

  private PracticeEdit edit(String language) {
    return new PracticeEdit(
        REGION,
        null,
        scenario.text("SELECT MIN(code) FROM theme"),
        "2026",
        language,
        "Practice in " + language,
        "Summary",
        new PracticeBody(
            Map.of(
                Section.CONTEXT, "A post.",
                Section.PROBLEM, "Slow.",
                Section.DONE, "Done.",
                Section.RESULT, "Fast."),
            ""),
        new Source("cc-by-4.0", "Customs of Sankor", "2026-01-05", "all"));
  }

  private void publish(String code, String language) throws Exception {
    scenario.asHolder(author, Scenario.MEMBER);
    knowledge.handIn(code, knowledge.open(code, language).base(), edit(language), true, "");
    scenario.asHolder(colleague, Scenario.MEMBER);
    workflow.approve(code, workflow.standing(code, Language.EN).version());
  }

  private long letters() {
    return scenario.number(
        "SELECT COUNT(*) FROM mail_letter WHERE person_id = ? AND kind = ?",
        reader,
        TranslationLetters.KIND);
  }

  @Test
  void whoeverAskedIsToldWhenItIsPublished() throws Exception {
    scenario.asHolder(author, Scenario.MEMBER);
    String code = knowledge.draft(edit("en"));
    assertThatThrownBy(() -> translations.of(code)).as("a draft").isInstanceOf(NotFound.class);
    publish(code, "en");
    scenario.as(reader, "XN");
    translations.ask(code, "ru", true);
    translations.ask(code, "ru", true);
    translations.ask(code, "fr", true);
    assertThatThrownBy(() -> translations.ask(code, "en", true)).isInstanceOf(NotFound.class);
    assertThat(translations.of(code).missing())
        .filteredOn(each -> each.language() == Language.RU)
        .containsExactly(new AskedLanguage(Language.RU, 1, true));
    assertThatThrownBy(() -> translations.desk()).isInstanceOf(NotAllowed.class);

    scenario.as(scenario.officer("XS"), "XS");
    translations.ask(code, "ru", true);
    scenario.asHolder(colleague, Scenario.MEMBER);
    assertThat(translations.desk().get(0).language()).isEqualTo("ru");
    assertThat(translations.desk().get(0).times()).isEqualTo(2);
    assertThat(Statements.of(() -> translations.desk())).hasSizeLessThanOrEqualTo(2);

    publish(code, "ru");
    assertThat(letters()).isOne();
    assertThat(translations.desk())
        .as("what nobody wrote yet waits")
        .extracting(AskedTranslation::language)
        .containsExactly("fr");
    publish(code, "ru");
    assertThat(letters()).as("once").isOne();
  }

  @Test
  void aRequestIsTakenBack() {
    scenario.as(reader, "XN");
    String code = "DEMO-PR-049";
    translations.ask(code, "ar", true);
    translations.ask(code, "ar", false);
    assertThat(translations.of(code).missing())
        .contains(new AskedLanguage(Language.AR, 0, false))
        .noneMatch(AskedLanguage::mine);
    assertThatThrownBy(() -> translations.ask("DEMO-PR-073", "ar", true))
        .isInstanceOf(NotFound.class);
    scenario.asNobody();
    assertThatThrownBy(() -> translations.of(code)).isInstanceOf(NotSignedIn.class);
  }
}
