package org.portolan.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
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
import org.portolan.platform.reading.MadeDocuments;
import org.portolan.platform.reading.MadePdfs;
import org.portolan.platform.search.Search;
import org.portolan.platform.search.SearchQuery;
import org.portolan.platform.search.SearchResult;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Scope;
import org.portolan.platform.storage.FileRules;
import org.portolan.platform.storage.FileStore;
import org.portolan.platform.storage.RefusedFile;
import org.portolan.platform.storage.StoredFile;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;

/** Files of practices: who adds, who sees, and that what is written in them is found. */
@ArquillianTest
class AttachmentsIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String REGION = "WCA";

  @Inject private Attachments attachments;
  @Inject private KnowledgeService knowledge;
  @Inject private PracticeWorkflow workflow;
  @Inject private FileStore files;
  @Inject private Search search;
  @Inject private Scenario scenario;

  private long author;
  private long colleague;

  @BeforeEach
  void twoEditors() {
    author = editor(REGION);
    colleague = editor(REGION);
    as(author);
  }

  @Test
  void whatIsWrittenOnAPageIsFoundThereOncePublished() throws Exception {
    String word = rareWord();
    String code = knowledge.draft(edit());
    long id = add(code, "Seal manual", "manual.pdf", pdf("Cover", "Contents", "Check " + word));
    awaitReading(code, id);
    assertThat(hits(word)).as("a draft").isZero();
    publish(code);

    SearchResult.Hit hit = await(word);
    assertThat(hit.kind()).isEqualTo("attachment");
    assertThat(hit.path()).isEqualTo("/knowledge/" + code + "/files/" + id);
    assertThat(hit.part()).isEqualTo(3);
    assertThat(hit.snippet()).anyMatch(piece -> piece.marked() && piece.text().equals(word));
    assertThat(hit.snippet()).noneMatch(piece -> piece.text().contains("Contents"));
    assertThat(hit.details()).containsEntry("unit", "page").containsKey("practice");
    scenario.asNobody();
    AttachmentPage page = attachments.page(code, id, 3);
    assertThat(page.words()).isEqualTo("Check " + word);
    assertThat(page.attachment().reading()).isEqualTo(ReadingState.READ);
    assertThat(attachments.page(code, id, 99).number()).isOne();

    as(author);
    workflow.archive(code, version(code), "");
    awaitNone(word);
    scenario.asNobody();
    assertThatThrownBy(() -> attachments.page(code, id, 1)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> attachments.take(code, id)).isInstanceOf(NotFound.class);
  }

  @Test
  void whatIsAddedToAPublishedPracticeIsShownWithItsNextVersion() throws Exception {
    String code = knowledge.draft(edit());
    long first = add(code, "First", "a.pdf", pdf("One"));
    publish(code);
    as(author);
    String word = rareWord();
    long second = add(code, "Second", "b.pdf", pdf(word));
    attachments.remove(code, first);
    awaitReading(code, second);

    scenario.asNobody();
    assertThat(shown(code)).containsExactly("First");
    assertThatThrownBy(() -> attachments.page(code, second, 1)).isInstanceOf(NotFound.class);
    assertThat(hits(word)).isZero();

    publish(code);
    await(word);
    scenario.asNobody();
    assertThat(shown(code)).containsExactly("Second");
    assertThatThrownBy(() -> attachments.take(code, first)).isInstanceOf(NotFound.class);
  }

  @Test
  void filesOfAPracticeForARegionAreForThatRegion() throws Exception {
    String hidden = rareWord();
    String code = knowledge.draft(edit("region"));
    long id = add(code, "For us", "a.pdf", pdf(hidden));
    awaitReading(code, id);
    knowledge.handIn(code, knowledge.open(code, "en").base(), edit("region"), true, "");
    as(colleague);
    workflow.approve(code, version(code));
    String shown = rareWord();
    as(author);
    String other = knowledge.draft(edit());
    long second = add(other, "For all", "b.pdf", pdf(shown));
    awaitReading(other, second);
    publish(other);
    await(shown);

    assertThat(hits(hidden)).as("searched by a visitor").isZero();
    scenario.asNobody();
    assertThatThrownBy(() -> attachments.page(code, id, 1)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> attachments.take(code, id)).isInstanceOf(NotFound.class);
    as(author);
    assertThat(attachments.page(code, id, 1).words()).isEqualTo(hidden);
  }

  @Test
  void whatIsGivenUpLeavesAllAsItWas() throws Exception {
    String code = knowledge.draft(edit());
    long first = add(code, "First", "a.pdf", pdf("One"));
    publish(code);
    as(author);
    add(code, "Second", "b.pdf", pdf("Two"));
    attachments.remove(code, first);
    workflow.discard(code, version(code));
    assertThat(attachments.desk(code))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.title()).isEqualTo("First");
              assertThat(each.stage()).isEqualTo(Stage.SHOWN);
            });
  }

  @Test
  void onlyEditorsOfTheRegionChangeAndNobodyDuringAReview() throws Exception {
    String code = knowledge.draft(edit());
    StoredFile file = keep(pdf("One"));
    as(editor("EUR"));
    assertThatThrownBy(() -> attachments.desk(code)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> attachments.add(code, "en", "x", "x.pdf", file))
        .isInstanceOf(NotAllowed.class);
    scenario.asNobody();
    assertThatThrownBy(() -> attachments.remove(code, 1));
    as(author);
    handIn(code);
    assertThatThrownBy(() -> attachments.add(code, "en", "x", "x.pdf", file))
        .isInstanceOf(ChangedMeanwhile.class);
  }

  @Test
  void namesAreCleaned() throws Exception {
    String code = knowledge.draft(edit());
    long id = add(code, "Odd", "../../etc/\u202efdp.exe", pdf("One"));
    AttachmentFile taken = attachments.take(code, id);
    assertThat(taken.name().name()).isEqualTo("fdp.exe.pdf");
    assertThat(taken.shown()).as("seen by readers").isFalse();
  }

  @Test
  void aTitleALanguageAndAKnownFormatAreNeeded() throws Exception {
    String code = knowledge.draft(edit());
    StoredFile file = keep(pdf("One"));
    assertInvalid(code, "en", " ", file, "title.missing");
    assertInvalid(code, "en", "x".repeat(201), file, "title.long");
    assertInvalid(code, "xx", "x", file, "language.missing");
    byte[] drawing =
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".getBytes();
    assertThatThrownBy(() -> keep(drawing))
        .isInstanceOfSatisfying(
            RefusedFile.class,
            e -> assertThat(e.reason()).isEqualTo(RefusedFile.Reason.NO_DOCUMENT));
  }

  @Test
  void whatCannotBeReadIsKeptAndSaysSo() throws Exception {
    String code = knowledge.draft(edit());
    long scanned = add(code, "Scan", "scan.pdf", pdf("", ""));
    long locked = add(code, "Locked", "locked.pdf", MadePdfs.locked("secret"));
    long broken =
        add(code, "Broken", "broken.pdf", ("%PDF-1.7\n" + "rubbish ".repeat(400)).getBytes());
    awaitReading(code, scanned);
    awaitReading(code, locked);
    assertThat(reading(code, scanned)).isEqualTo(ReadingState.WORDLESS);
    assertThat(reading(code, locked)).isEqualTo(ReadingState.LOCKED);
    Instant limit = Instant.now().plus(SOON);
    while (reading(code, broken) == ReadingState.WAITING && Instant.now().isBefore(limit)) {
      Thread.sleep(50);
    }
    assertThat(reading(code, broken)).isEqualTo(ReadingState.AGAIN);
    for (int i = 0; i < 4; i++) {
      scenario.sql("UPDATE attachment SET next_try_at = '2020-01-01' WHERE id = " + broken);
      Instant next = Instant.now().plus(SOON);
      while (tries(broken) < i + 2 && Instant.now().isBefore(next)) {
        Thread.sleep(50);
      }
    }
    assertThat(reading(code, broken)).isEqualTo(ReadingState.UNREAD);
    assertThat(attachments.take(code, broken).file().size()).isPositive();
  }

  @Test
  void aPictureIsSeenByWhoeverMayTakeTheFileAndGoesWithIt() throws Exception {
    String code = knowledge.draft(edit());
    long id = add(code, "Seal manual", "manual.pdf", pdf("Cover of the seal manual"));
    String tag = awaitPicture(id);
    AttachmentPicture drawn = attachments.picture(code, id, tag);
    assertThat(drawn.shown()).as("of a draft").isFalse();
    assertThat(drawn.content().length).isBetween(300, 6 * 1024);
    assertThatThrownBy(() -> attachments.picture(code, id, "another")).isInstanceOf(NotFound.class);
    scenario.asNobody();
    assertThatThrownBy(() -> attachments.picture(code, id, tag)).isInstanceOf(NotFound.class);
    as(editor("EUR"));
    assertThatThrownBy(() -> attachments.picture(code, id, tag)).isInstanceOf(NotFound.class);

    publish(code);
    scenario.asNobody();
    assertThat(attachments.picture(code, id, tag).shown()).isTrue();
    long practice = scenario.number("SELECT id FROM practice WHERE code = ?", code);
    assertThat(attachments.shown(practice, false))
        .singleElement()
        .satisfies(file -> assertThat(file.picture().tag()).isEqualTo(tag));
    assertThat(Statements.of(() -> attachments.shown(practice, false))).hasSizeLessThanOrEqualTo(1);
    as(author);
    long second = add(code, "Second", "b.pdf", pdf("Two"));
    String later = awaitPicture(second);
    scenario.asNobody();
    assertThatThrownBy(() -> attachments.picture(code, second, later)).isInstanceOf(NotFound.class);

    as(author);
    attachments.remove(code, id);
    publish(code);
    assertThat(
            scenario.number("SELECT COUNT(*) FROM attachment_picture WHERE attachment_id = ?", id))
        .isZero();
    workflow.archive(code, version(code), "");
    scenario.asNobody();
    assertThatThrownBy(() -> attachments.picture(code, second, later)).isInstanceOf(NotFound.class);
  }

  @Test
  void whatWasThereBeforeIsDrawnByAndBy() throws Exception {
    String code = knowledge.draft(edit());
    long id = add(code, "Seal manual", "manual.pdf", pdf("Cover of the seal manual"));
    String tag = awaitPicture(id);
    scenario.sql("DELETE FROM attachment_picture WHERE attachment_id = " + id);
    scenario.sql(
        "UPDATE attachment SET picture_tag = NULL, picture_tries = 0, picture_try_at = added_at"
            + " WHERE id = "
            + id);
    assertThat(awaitPicture(id)).isEqualTo(tag);
    assertThat(attachments.picture(code, id, tag).content()).isNotEmpty();
  }

  @Test
  void whatCannotBeDrawnHasNoPictureAndItsTextAllTheSame() throws Exception {
    String code = knowledge.draft(edit());
    long locked = add(code, "Locked", "locked.pdf", MadePdfs.locked("secret"));
    long letter = add(code, "Letter", "a.docx", MadeDocuments.docx("Words"));
    long odd = add(code, "Odd", "odd.pdf", MadePdfs.ofMeasure("0 0 900000000 900000000"));
    for (long id : List.of(locked, letter, odd)) {
      awaitReading(code, id);
      awaitDrawn(id);
      assertThat(
              scenario.number(
                  "SELECT COUNT(*) FROM attachment WHERE picture_tag IS NOT NULL AND id = ?", id))
          .isZero();
    }
    assertThat(reading(code, odd)).isEqualTo(ReadingState.WORDLESS);
    assertThat(reading(code, letter)).isEqualTo(ReadingState.READ);
    assertThat(scenario.number("SELECT picture_tries FROM attachment WHERE id = ?", letter))
        .isZero();
  }

  private void awaitDrawn(long id) throws InterruptedException {
    Instant limit = Instant.now().plus(SOON);
    while (scenario.number(
                "SELECT COUNT(*) FROM attachment WHERE id = ? AND picture_try_at IS NOT NULL", id)
            > 0
        && Instant.now().isBefore(limit)) {
      Thread.sleep(50);
    }
  }

  private String awaitPicture(long id) throws InterruptedException {
    awaitDrawn(id);
    return scenario.text("SELECT picture_tag FROM attachment WHERE id = " + id);
  }

  private void assertInvalid(
      String code, String language, String title, StoredFile file, String problem) {
    assertThatThrownBy(() -> attachments.add(code, language, title, "x.pdf", file))
        .isInstanceOfSatisfying(
            InvalidAttachment.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }

  private long add(String code, String title, String name, byte[] content) throws Exception {
    return attachments.add(code, "en", title, name, keep(content));
  }

  private StoredFile keep(byte[] content) throws RefusedFile {
    return files.keep(new ByteArrayInputStream(content), FileRules.document(20));
  }

  private static byte[] pdf(String... pages) throws IOException {
    return MadeDocuments.pdf(List.of(pages));
  }

  private List<String> shown(String code) {
    long practice = scenario.number("SELECT id FROM practice WHERE code = ?", code);
    return attachments.shown(practice, false).stream().map(file -> file.title()).toList();
  }

  private ReadingState reading(String code, long id) {
    return attachments.desk(code).stream()
        .filter(each -> each.id() == id)
        .findFirst()
        .orElseThrow()
        .reading();
  }

  private long tries(long id) {
    return scenario.number("SELECT tries FROM attachment WHERE id = ?", id);
  }

  private void awaitReading(String code, long id) throws InterruptedException {
    Instant limit = Instant.now().plus(SOON);
    while (reading(code, id) == ReadingState.WAITING
        || reading(code, id) == ReadingState.AGAIN && Instant.now().isBefore(limit)) {
      Thread.sleep(50);
    }
  }

  private void handIn(String code) throws Exception {
    knowledge.handIn(code, knowledge.open(code, "en").base(), edit(), true, "");
  }

  private void publish(String code) throws Exception {
    as(author);
    handIn(code);
    as(colleague);
    workflow.approve(code, version(code));
  }

  private SearchResult.Hit await(String word) throws InterruptedException {
    Instant limit = Instant.now().plus(SOON);
    while (hits(word) == 0 && Instant.now().isBefore(limit)) {
      Thread.sleep(50);
    }
    return search.search(SearchQuery.of(word, "en").build()).hits().get(0);
  }

  private void awaitNone(String word) throws InterruptedException {
    Instant limit = Instant.now().plus(SOON);
    while (hits(word) > 0 && Instant.now().isBefore(limit)) {
      Thread.sleep(50);
    }
    assertThat(hits(word)).isZero();
  }

  private long hits(String word) {
    return search.search(SearchQuery.of(word, "en").build()).total();
  }

  private long editor(String region) {
    long person = scenario.officer(Scenario.MEMBER);
    scenario.mandate(person, Office.EDITOR, Scope.region(region));
    return person;
  }

  private void as(long person) {
    scenario.asHolder(person, Scenario.MEMBER);
  }

  private int version(String code) {
    return workflow.standing(code, Language.EN).version();
  }

  private PracticeEdit edit() {
    return edit("all");
  }

  private PracticeEdit edit(String readers) {
    return new PracticeEdit(
        REGION,
        null,
        scenario.text("SELECT MIN(code) FROM theme"),
        "2026",
        "en",
        "Practice with files",
        "About files",
        new PracticeBody(
            Map.of(
                Section.CONTEXT, "A post.",
                Section.PROBLEM, "Slow.",
                Section.DONE, "Done.",
                Section.RESULT, "Fast."),
            ""),
        new Source("cc-by-4.0", "Customs of Sankor", "2026-01-05", readers));
  }

  private static String rareWord() {
    return "zq" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "vex";
  }
}
