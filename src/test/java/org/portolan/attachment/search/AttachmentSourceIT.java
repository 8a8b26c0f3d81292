package org.portolan.attachment.search;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.portolan.attachment.Attachments;
import org.portolan.container.Scenario;
import org.portolan.knowledge.KnowledgeService;
import org.portolan.knowledge.PracticeBody;
import org.portolan.knowledge.PracticeEdit;
import org.portolan.knowledge.PracticeWorkflow;
import org.portolan.knowledge.Section;
import org.portolan.knowledge.Source;
import org.portolan.office.Office;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.reading.MadeDocuments;
import org.portolan.platform.search.SearchSource;
import org.portolan.platform.search.SearchSourceContract;
import org.portolan.platform.security.Scope;
import org.portolan.platform.storage.FileRules;
import org.portolan.platform.storage.FileStore;

/** On a file of a practice that two editors published. */
@ArquillianTest
class AttachmentSourceIT extends SearchSourceContract {
  private static final String REGION = "WCA";

  @Inject private AttachmentSource source;
  @Inject private Attachments attachments;
  @Inject private KnowledgeService knowledge;
  @Inject private PracticeWorkflow workflow;
  @Inject private FileStore files;
  @Inject private Scenario scenario;

  @Override
  protected SearchSource source() {
    return source;
  }

  @BeforeEach
  void aPublishedPracticeHasAFile() throws Exception {
    long author = editor();
    long colleague = editor();
    scenario.asHolder(author, Scenario.MEMBER);
    String code = knowledge.draft(edit());
    byte[] pdf = MadeDocuments.pdf(List.of("One page"));
    long id =
        attachments.add(
            code,
            "en",
            "A manual",
            "manual.pdf",
            files.keep(new ByteArrayInputStream(pdf), FileRules.document(20)));
    knowledge.handIn(code, knowledge.open(code, "en").base(), edit(), true, "");
    scenario.asHolder(colleague, Scenario.MEMBER);
    workflow.approve(code, workflow.standing(code, Language.EN).version());
    assertThat(source.ids()).contains(id);
  }

  private long editor() {
    long person = scenario.officer(Scenario.MEMBER);
    scenario.mandate(person, Office.EDITOR, Scope.region(REGION));
    return person;
  }

  private PracticeEdit edit() {
    return new PracticeEdit(
        REGION,
        null,
        scenario.text("SELECT MIN(code) FROM theme"),
        "2026",
        "en",
        "Practice with a file",
        "About a file",
        new PracticeBody(
            Map.of(
                Section.CONTEXT, "A post.",
                Section.PROBLEM, "Slow.",
                Section.DONE, "Done.",
                Section.RESULT, "Fast."),
            ""),
        new Source("cc-by-4.0", "Customs of Sankor", "2026-01-05", "all"));
  }
}
