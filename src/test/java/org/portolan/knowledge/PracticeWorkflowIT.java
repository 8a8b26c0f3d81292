package org.portolan.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
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
import org.portolan.office.Office;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.persistence.Slice;
import org.portolan.platform.search.Search;
import org.portolan.platform.search.SearchQuery;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;

/** The way of a practice: two editors of a region, and readers who see only what was published. */
@ArquillianTest
class PracticeWorkflowIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String REGION = "WCA";

  @Inject private KnowledgeService knowledge;
  @Inject private PracticeWorkflow workflow;
  @Inject private PracticeReading reading;
  @Inject private ReviewReminders reminders;
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
  void anotherEditorPublishesAndNobodyTheirOwn() throws Exception {
    String code = knowledge.draftAndHandIn(edit("en", "mine", "Done."), "First");
    assertThatThrownBy(() -> workflow.approve(code, version(code))).isInstanceOf(NotAllowed.class);
    as(editor("EUR"));
    assertThatThrownBy(() -> workflow.standing(code, Language.EN)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> workflow.approve(code, 1)).isInstanceOf(NotAllowed.class);

    as(colleague);
    assertThat(workflow.standing(code, Language.EN).decidable()).isTrue();
    workflow.approve(code, version(code));

    PracticeStanding standing = workflow.standing(code, Language.EN);
    assertThat(standing.state()).isEqualTo("published");
    assertThat(standing.stage()).isEqualTo(PracticeStage.NONE);
    assertThat(standing.versions())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.edition()).isOne();
              assertThat(each.note()).isEqualTo("First");
              assertThat(each.current()).isTrue();
            });
    scenario.asNobody();
    assertThat(knowledge.find(code, Language.EN)).isPresent();
  }

  @Test
  void readersNeverSeeTheWorkingCopy() throws Exception {
    String shown = rareWord();
    String hidden = rareWord();
    String code = published(edit("en", shown, "Shown " + shown));
    await(shown);
    as(author);
    knowledge.save(code, base(code, "en"), edit("en", hidden, "Hidden " + hidden), true);
    knowledge.save(code, base(code, "fr"), edit("fr", hidden, "Caché " + hidden), true);
    String other = rareWord();
    published(edit("en", other, "Later " + other));
    await(other);

    for (boolean handedIn : List.of(false, true)) {
      if (handedIn) {
        as(author);
        knowledge.handIn(code, base(code, "en"), edit("en", hidden, "Hidden " + hidden), true, "");
      }
      scenario.asNobody();
      PracticeView view = knowledge.find(code, Language.FR).orElseThrow();
      assertThat(view.summary().title()).contains(shown);
      assertThat(view.summary().languages()).containsExactly("en");
      assertThat(view.body().whole()).contains(shown).doesNotContain(hidden);
      assertThat(
              knowledge
                  .newest(new PracticeFilter(REGION, null, null, null), Language.EN, 0, 50)
                  .items())
          .extracting(PracticeSummary::title)
          .anyMatch(title -> title.contains(shown))
          .noneMatch(title -> title.contains(hidden));
      assertThat(reading.find(List.of(id(code))))
          .allSatisfy(texts -> assertThat(texts.texts().toString()).doesNotContain(hidden));
      assertThat(hits(hidden)).isZero();
      assertThat(hits(shown)).isOne();
      as(editor("EUR"));
      assertThatThrownBy(() -> workflow.read(code, null)).isInstanceOf(NotAllowed.class);
      assertThatThrownBy(() -> knowledge.open(code, "en")).isInstanceOf(NotAllowed.class);
    }

    as(colleague);
    workflow.approve(code, version(code));
    await(hidden);
    scenario.asNobody();
    assertThat(knowledge.find(code, Language.FR).orElseThrow().summary().title()).contains(hidden);
    assertThat(
            scenario.number("SELECT COUNT(*) FROM practice_work WHERE practice_id = " + id(code)))
        .isZero();
  }

  @Test
  void aVersionOfBeforeIsKeptComparedAndRestored() throws Exception {
    String code = published(edit("en", "counter", "We had two rooms."));
    as(author);
    knowledge.handIn(
        code, base(code, "en"), edit("en", "counter", "We had three rooms."), true, "A room more");
    as(colleague);
    workflow.approve(code, version(code));

    assertThat(workflow.standing(code, Language.EN).versions())
        .extracting(KeptVersion::edition, KeptVersion::note, KeptVersion::current)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2, "A room more", true),
            org.assertj.core.groups.Tuple.tuple(1, "", false));
    assertThat(workflow.difference(code, 1, 2))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.field()).isEqualTo("done");
              assertThat(each.pieces())
                  .extracting(WordDifference.Piece::text)
                  .contains("two", "three");
            });
    assertThat(workflow.read(code, 1).get(0).body().section(Section.DONE))
        .isEqualTo("We had two rooms.");
    assertThatThrownBy(() -> workflow.read(code, 7)).isInstanceOf(NotFound.class);

    workflow.restore(code, version(code), 1);
    assertThat(knowledge.open(code, "en").edit().body().section(Section.DONE))
        .isEqualTo("We had two rooms.");
    scenario.asNobody();
    assertThat(knowledge.find(code, Language.EN).orElseThrow().body().whole())
        .contains("three rooms");
    as(colleague);
    workflow.discard(code, version(code));
    assertThat(knowledge.open(code, "en").edit().body().section(Section.DONE))
        .isEqualTo("We had three rooms.");
  }

  @Test
  void whatIsSentBackComesWithWordsByLetter() throws Exception {
    String code = knowledge.draftAndHandIn(edit("en", "back", "Done."), "");
    assertThat(letters("knowledge.letter.handed-in", colleague)).isOne();
    assertThat(letters("knowledge.letter.handed-in", author)).isZero();
    as(colleague);
    assertThatThrownBy(() -> workflow.sendBack(code, version(code), ""))
        .isInstanceOf(InvalidPractice.class);
    workflow.sendBack(code, version(code), "Say what it cost.");

    assertThat(letters("knowledge.letter.sent-back", author)).isOne();
    as(author);
    OpenPractice opened = knowledge.open(code, "en");
    assertThat(opened.stage()).isEqualTo(PracticeStage.SENT_BACK);
    assertThat(opened.answer()).isEqualTo("Say what it cost.");
    knowledge.handIn(code, opened.base(), opened.edit(), true, "");
    as(colleague);
    workflow.approve(code, version(code));
    assertThat(letters("knowledge.letter.approved", author)).isOne();
  }

  @Test
  void whatWasHandedInIsTakenBackBeforeItIsWrittenOn() throws Exception {
    String code = knowledge.draftAndHandIn(edit("en", "locked", "Done."), "");
    PracticeBase base = base(code, "en");
    assertThatThrownBy(() -> knowledge.save(code, base, edit("en", "x", "Other."), true))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThatThrownBy(() -> workflow.takeBack(code, base.version() + 1))
        .isInstanceOf(ChangedMeanwhile.class);
    workflow.takeBack(code, base.version());
    knowledge.save(code, base(code, "en"), edit("en", "x", "Other."), true);
    as(colleague);
    assertThatThrownBy(() -> workflow.approve(code, version(code)))
        .isInstanceOf(ChangedMeanwhile.class);
  }

  @Test
  void theArchivedIsFoundByNobodyAndSaysWhatToReadInstead() throws Exception {
    String word = rareWord();
    String code = published(edit("en", word, "Old " + word));
    String instead = published(edit("en", "instead", "New."));
    await(word);
    as(author);
    assertThatThrownBy(() -> workflow.archive(code, version(code), "PR-0"))
        .isInstanceOf(InvalidPractice.class);
    assertThatThrownBy(() -> workflow.archive(code, version(code), code))
        .isInstanceOf(InvalidPractice.class);
    workflow.archive(code, version(code), instead);

    scenario.asNobody();
    assertThat(knowledge.find(code, Language.EN)).isEmpty();
    ArchivedPractice archived = knowledge.archived(code, Language.EN).orElseThrow();
    assertThat(archived.title()).contains(word);
    assertThat(archived.successor().code()).isEqualTo(instead);
    assertThat(
            knowledge
                .newest(new PracticeFilter(REGION, null, null, null), Language.EN, 0, 50)
                .items())
        .extracting(PracticeSummary::code)
        .doesNotContain(code);
    Instant limit = Instant.now().plus(SOON);
    while (hits(word) > 0 && Instant.now().isBefore(limit)) {
      Thread.sleep(50);
    }
    assertThat(hits(word)).isZero();

    as(author);
    workflow.reopen(code, version(code));
    assertThat(knowledge.find(code, Language.EN)).isPresent();
  }

  @Test
  void editorsAreRemindedOfWhatWaitsAndOfWhatIsDueOnce() throws Exception {
    // what the demo world has to be looked at again
    reminders.remind();
    long before = letters("knowledge.letter.due", author);
    String waits = knowledge.draftAndHandIn(edit("en", "waits", "Done."), "");
    String due = published(edit("en", "due", "Done."));
    assertThat(reminders.remind()).isZero();
    assertThat(letters("knowledge.letter.waiting", colleague)).isZero();

    scenario.sql(
        "UPDATE practice SET submitted_at = submitted_at - INTERVAL 8 DAY WHERE code = '"
            + waits
            + "'");
    scenario.sql("UPDATE practice SET review_on = '2026-01-01' WHERE code = '" + due + "'");
    assertThat(reminders.remind()).isEqualTo(2);
    assertThat(reminders.remind()).isZero();
    assertThat(letters("knowledge.letter.waiting", colleague)).isOne();
    assertThat(letters("knowledge.letter.waiting", author)).isZero();
    assertThat(letters("knowledge.letter.due", author)).isEqualTo(before + 1);

    assertThat(knowledge.desk(new DeskFilter(null, "due"), FIRST, Language.EN))
        .extracting(PracticeSummary::code)
        .contains(due);
    assertThat(knowledge.desk(new DeskFilter(null, "review"), FIRST, Language.EN))
        .extracting(PracticeSummary::code)
        .contains(waits);
    as(author);
    assertThat(knowledge.find(due, Language.EN).orElseThrow().dueSince()).isNotNull();
    workflow.holdGood(due, version(due), 12);
    assertThat(knowledge.find(due, Language.EN).orElseThrow().dueSince()).isNull();
    assertThatThrownBy(() -> workflow.holdGood(due, version(due), 121))
        .isInstanceOf(InvalidPractice.class);
  }

  @Test
  void aTranslationSaysThatItFellBehind() throws Exception {
    String code = knowledge.draft(edit("en", "original", "Done."));
    knowledge.save(code, base(code, "fr"), edit("fr", "traduction", "Fait."), true);
    knowledge.save(code, base(code, "en"), edit("en", "original", "Done otherwise."), true);
    assertThat(knowledge.open(code, "fr").stale()).isTrue();
    assertThat(knowledge.open(code, "en").stale()).isFalse();
    PracticeView.Origin origin = knowledge.find(code, Language.FR).orElseThrow().origin();
    assertThat(origin).isEqualTo(new PracticeView.Origin("en", 1, 2, true));

    knowledge.save(code, base(code, "fr"), edit("fr", "traduction", "Fait."), true);
    assertThat(knowledge.find(code, Language.FR).orElseThrow().origin().stale()).isFalse();
  }

  @Test
  void whoWritesWhatIsPublishedAlreadyHearsOfIt() throws Exception {
    String word = rareWord();
    String code = published(edit("en", word, "We scan " + word + " before dawn at the quay."));
    await(word);
    as(author);
    String again =
        knowledge.draft(
            edit("en", word + " again", "We scan " + word + " before dawn, at a quay."));
    String other =
        knowledge.draft(edit("en", rareWord(), "Nothing of that kind was tried anywhere else."));

    assertThat(knowledge.similar(again, Language.EN))
        .first()
        .satisfies(
            each -> {
              assertThat(each.code()).isEqualTo(code);
              assertThat(each.percent()).isBetween(55, 100);
            });
    assertThat(knowledge.similar(code, Language.EN))
        .extracting(SimilarPractice::code)
        .doesNotContain(code, again);
    assertThat(knowledge.similar(other, Language.EN))
        .extracting(SimilarPractice::code)
        .doesNotContain(code);
    as(editor("EUR"));
    assertThatThrownBy(() -> knowledge.similar(again, Language.EN)).isInstanceOf(NotAllowed.class);
  }

  @Test
  void manyVersionsCostNoMoreThanOne() throws Exception {
    String code = published(edit("en", "many", "Done 0."));
    int few = Statements.of(() -> workflow.standing(code, Language.EN)).size();
    for (int i = 1; i < 4; i++) {
      as(author);
      knowledge.handIn(code, base(code, "en"), edit("en", "many", "Done " + i + "."), true, "");
      as(colleague);
      workflow.approve(code, version(code));
    }
    assertThat(workflow.standing(code, Language.EN).versions()).hasSize(4);
    assertThat(Statements.of(() -> workflow.standing(code, Language.EN))).hasSize(few);
  }

  private static final Slice FIRST = new Slice(0, 100, null, true);

  private String published(PracticeEdit edit) throws Exception {
    as(author);
    String code = knowledge.draftAndHandIn(edit, "");
    as(colleague);
    workflow.approve(code, version(code));
    return code;
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

  private PracticeBase base(String code, String language) {
    return knowledge.open(code, language).base();
  }

  private long id(String code) {
    return scenario.number("SELECT id FROM practice WHERE code = ?", code);
  }

  private long letters(String kind, long person) {
    return scenario.number(
        "SELECT COUNT(*) FROM mail_letter WHERE kind = ? AND person_id = ?", kind, person);
  }

  private PracticeEdit edit(String language, String word, String done) {
    return new PracticeEdit(
        REGION,
        null,
        scenario.text("SELECT MIN(code) FROM theme"),
        "2026",
        language,
        "Practice " + word,
        "About " + word,
        new PracticeBody(
            Map.of(
                Section.CONTEXT, "A post.",
                Section.PROBLEM, "Slow.",
                Section.DONE, done,
                Section.RESULT, "Fast."),
            ""),
        new Source("cc-by-4.0", "Customs of Sankor", "2026-01-05", "all"));
  }

  private void await(String word) throws InterruptedException {
    Instant limit = Instant.now().plus(SOON);
    while (hits(word) == 0 && Instant.now().isBefore(limit)) {
      Thread.sleep(50);
    }
  }

  private long hits(String word) {
    return search.search(SearchQuery.of(word, "en").build()).total();
  }

  private static String rareWord() {
    return "zq" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "vex";
  }
}
