package org.portolan.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.knowledge.KnowledgeService;
import org.portolan.knowledge.PracticeBody;
import org.portolan.knowledge.PracticeEdit;
import org.portolan.knowledge.Source;
import org.portolan.office.Office;
import org.portolan.people.ErasedPerson;
import org.portolan.platform.reading.MadeDocuments;
import org.portolan.platform.security.Scope;
import org.portolan.platform.storage.FileParts;
import org.portolan.platform.storage.FileRules;
import org.portolan.platform.web.NotFound;

/** Large files in pieces: known again, counted, and gone when nobody goes on with them. */
@ArquillianTest
class UploadsIT {
  private static final String REGION = "WCA";

  @Inject private Uploads uploads;
  @Inject private OldUploads old;
  @Inject private UploadsOfPerson ofPerson;
  @Inject private FileParts parts;
  @Inject private Attachments attachments;
  @Inject private KnowledgeService knowledge;
  @Inject private Scenario scenario;
  @Inject private UserTransaction transaction;

  private long author;
  private String code;

  @BeforeEach
  void anEditorWithADraft() throws Exception {
    author = editor();
    as(author);
    code =
        knowledge.draft(
            new PracticeEdit(
                REGION,
                null,
                scenario.text("SELECT MIN(code) FROM theme"),
                "2026",
                "en",
                "Practice with large files",
                "About files",
                new PracticeBody(Map.of(), "Files"),
                Source.UNKNOWN));
  }

  @Test
  void theSameFileGoesOnUnderWhateverTitle() throws Exception {
    byte[] file = MadeDocuments.pdf(List.of("Large"));
    String id = uploads.begin(code, plan("First", "a.pdf", file.length, 7)).id();
    uploads.take(code, id, 0, Arrays.copyOf(file, 100));
    assertThat(uploads.take(code, id, 40, new byte[10]).received()).as("elsewhere").isEqualTo(100);
    assertThat(uploads.take(code, id, 100, new byte[file.length]).received())
        .as("more than was said")
        .isEqualTo(100);

    UploadState again = uploads.begin(code, plan("Second", "a.pdf", file.length, 7));
    assertThat(again.id()).isEqualTo(id);
    assertThat(again.received()).isEqualTo(100);
    assertThat(uploads.begin(code, plan("Other", "a.pdf", file.length, 8)).id()).isNotEqualTo(id);

    assertThat(uploads.take(code, id, 100, Arrays.copyOfRange(file, 100, file.length)).whole())
        .isTrue();
    uploads.finish(code, id, parts.keep(id, FileRules.document(Uploads.MEGABYTES)));
    assertThat(attachments.desk(code))
        .extracting(AttachmentSummary::title)
        .containsExactly("Second");
    assertThatThrownBy(() -> uploads.state(code, id)).isInstanceOf(NotFound.class);
    parts.drop(id);
  }

  @Test
  void fiveAreUnderWayForOnePersonAtMostAndOthersDoNotSeeThem() throws Exception {
    String id = null;
    for (int i = 0; i < Uploads.MOST; i++) {
      id = uploads.begin(code, plan("File", i + ".pdf", 9, 1)).id();
    }
    assertThatThrownBy(() -> uploads.begin(code, plan("File", "x.pdf", 9, 1)))
        .isInstanceOfSatisfying(
            InvalidAttachment.class, e -> assertThat(e.problem()).isEqualTo("uploads"));
    assertThat(uploads.begin(code, plan("File", "1.pdf", 9, 1))).as("known").isNotNull();
    String mine = id;
    as(editor());
    assertThat(uploads.mine(code)).isEmpty();
    assertThatThrownBy(() -> uploads.take(code, mine, 0, new byte[1])).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> uploads.giveUp(code, mine)).isInstanceOf(NotFound.class);
    assertThat(uploads.begin(code, plan("File", "x.pdf", 9, 1)).received()).isZero();
    as(author);
    uploads.giveUp(code, mine);
    assertThat(uploads.begin(code, plan("File", "x.pdf", 9, 1)).received()).isZero();
  }

  @Test
  void whatIsNotOnTheDiskAnyMoreIsSentAgain() throws Exception {
    String id = uploads.begin(code, plan("File", "a.pdf", 9, 1)).id();
    uploads.take(code, id, 0, new byte[5]);
    parts.drop(id);
    assertThat(uploads.state(code, id).received()).isZero();
    assertThat(uploads.take(code, id, 5, new byte[4]).received()).isZero();
    assertThat(uploads.take(code, id, 0, new byte[9]).whole()).isTrue();
  }

  @Test
  void whatNobodyGoesOnWithGoesFromTheDiskToo() throws Exception {
    String left = begun("left.pdf");
    String young = begun("young.pdf");
    scenario.sql(
        "UPDATE attachment_upload SET touched_at = '2020-01-01' WHERE id = '" + left + "'");
    transaction.begin();
    int gone = old.forget(Instant.parse("2020-01-02T00:00:00Z"), 500);
    transaction.commit();
    assertThat(gone).isPositive();
    assertThat(parts.length(left)).isZero();
    assertThat(parts.length(young)).isEqualTo(5);
    assertThat(uploads.mine(code)).extracting(UploadState::id).containsExactly(young);
  }

  @Test
  void whatAnErasedPersonWasSendingGoes() throws Exception {
    String id = begun("mine.pdf");
    transaction.begin();
    ofPerson.erase(new ErasedPerson(author, "a@x.example", List.of("a@x.example"), "x", "A", "B"));
    transaction.commit();
    assertThat(parts.length(id)).isZero();
    assertThat(uploads.mine(code)).isEmpty();
  }

  private String begun(String name) throws InvalidAttachment {
    String id = uploads.begin(code, plan("File", name, 9, 1)).id();
    uploads.take(code, id, 0, new byte[5]);
    return id;
  }

  private static UploadPlan plan(String title, String name, long size, long stamp) {
    return new UploadPlan(title, "en", name, size, stamp);
  }

  private long editor() {
    long person = scenario.officer(Scenario.MEMBER);
    scenario.mandate(person, Office.EDITOR, Scope.region(REGION));
    return person;
  }

  private void as(long person) {
    scenario.asHolder(person, Scenario.MEMBER);
  }
}
