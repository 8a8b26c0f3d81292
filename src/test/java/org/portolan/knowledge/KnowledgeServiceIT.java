package org.portolan.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.office.Office;
import org.portolan.platform.audit.AuditEntry;
import org.portolan.platform.audit.Change;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.search.Search;
import org.portolan.platform.search.SearchQuery;
import org.portolan.platform.search.SearchResult;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.Idempotency;

/** Practices from the editor's desk to the reader, with the index that follows. */
@ArquillianTest
class KnowledgeServiceIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final PracticeFilter ALL = new PracticeFilter(null, null, null, null);

  @Inject private KnowledgeService knowledge;
  @Inject private PracticeWorkflow workflow;
  @Inject private Search search;
  @Inject private Scenario scenario;
  @Inject private Idempotency idempotency;

  @Test
  void whatIsPublishedIsFoundByEveryFormOfItsWords() throws Exception {
    String rare = rareWord();
    scenario.asEditor("WCA");
    publish(practice(rare, "Leaning **ladders** at " + rare + "."));

    await(rare);
    SearchResult found = find(rare + " ladder");

    assertThat(found.hits().get(0).title()).isEqualTo("Practice " + rare);
    assertThat(found.hits().get(0).snippet())
        .filteredOn(SearchResult.Piece::marked)
        .extracting(SearchResult.Piece::text)
        .contains("ladders", rare);
    assertThat(
            found.hits().get(0).snippet().stream()
                .map(SearchResult.Piece::text)
                .collect(Collectors.joining()))
        .doesNotContain("**");
  }

  @Test
  void aDraftIsFoundByNobody() throws Exception {
    String hidden = rareWord();
    String shown = rareWord();
    scenario.asEditor("WCA");
    String draft = knowledge.draft(practice(hidden, "A draft about " + hidden + "."));
    publish(practice(shown, "A practice about " + shown + "."));
    await(shown);

    scenario.asNobody();
    assertThat(find(hidden).total()).isZero();
    assertThat(knowledge.find(draft, Language.EN)).isEmpty();
  }

  @Test
  void editorsWriteForTheirRegionsOnly() {
    String word = rareWord();
    scenario.asEditor("EUR");
    assertThatThrownBy(() -> knowledge.draft(practice(word, "Of another region.")))
        .isInstanceOfAny(NotAllowed.class, InvalidPractice.class);
    scenario.asNobody();
    assertThatThrownBy(() -> knowledge.draft(practice(word, "Of nobody.")))
        .isInstanceOf(NotSignedIn.class);
  }

  @Test
  void ofTwoSavesFromOneStateTheSecondIsRefused() throws Exception {
    scenario.asEditor("WCA");
    String code = knowledge.draft(practice(rareWord(), "As it began."));
    PracticeBase seen = knowledge.open(code, "en").base();
    knowledge.save(code, seen, practice("first", "By one editor."), true);

    assertThatThrownBy(() -> knowledge.save(code, seen, practice("second", "By another."), true))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThatThrownBy(
            () -> knowledge.handIn(code, seen, practice("second", "By another."), true, ""))
        .isInstanceOf(ChangedMeanwhile.class);

    OpenPractice now = knowledge.open(code, "en");
    assertThat(now.edit().body().section(Section.DONE)).isEqualTo("By one editor.");
    knowledge.save(code, now.base(), practice("second", "By another, who has seen it."), true);
    assertThat(knowledge.open(code, "en").edit().body().section(Section.DONE))
        .isEqualTo("By another, who has seen it.");
  }

  @Test
  void ofTwoWhoAddTheSameLanguageTheSecondIsRefused() throws Exception {
    scenario.asEditor("WCA");
    String code = knowledge.draft(practice(rareWord(), "In English."));
    PracticeBase one = knowledge.open(code, "fr").base();
    PracticeBase other = knowledge.open(code, "fr").base();
    knowledge.save(code, one, in("fr", "En français."), true);

    assertThatThrownBy(() -> knowledge.save(code, other, in("fr", "Autrement."), true))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThat(knowledge.open(code, "fr").edit().body().section(Section.DONE))
        .isEqualTo("En français.");
  }

  @Test
  void aTextIsNotWrittenOverFromTheFormOfAnother() throws Exception {
    scenario.asEditor("WCA");
    String code = knowledge.draft(practice(rareWord(), "In English."));
    knowledge.save(code, knowledge.open(code, "fr").base(), in("fr", "En français."), true);
    PracticeBase english = knowledge.open(code, "en").base();

    assertThatThrownBy(() -> knowledge.save(code, english, in("fr", "In English, still."), true))
        .asInstanceOf(type(InvalidPractice.class))
        .extracting(InvalidPractice::problems)
        .isEqualTo(Map.of("language", "language.exists"));
    assertThat(knowledge.open(code, "fr").edit().body().section(Section.DONE))
        .isEqualTo("En français.");

    knowledge.save(code, english, in("es", "En español."), true);
    assertThat(knowledge.open(code, "en").edit().body().section(Section.DONE))
        .isEqualTo("In English.");
  }

  @Test
  void aFormSentTwiceMakesOnePractice() throws Exception {
    scenario.asEditor("WCA");
    String form = UUID.randomUUID().toString();
    PracticeEdit edit = practice(rareWord(), "Clicked twice.");
    String first = idempotency.once(1, "new practice", form, edit, () -> knowledge.draft(edit));

    assertThat(idempotency.once(1, "new practice", form, edit, () -> knowledge.draft(edit)))
        .isEqualTo(first);
    assertThat(scenario.number("SELECT COUNT(*) FROM practice_text WHERE title = ?", edit.title()))
        .isEqualTo(1);
    PracticeEdit other = practice(rareWord(), "Another one.");
    assertThat(idempotency.once(1, "new practice", form, other, () -> knowledge.draft(other)))
        .isNotEqualTo(first);
  }

  @Test
  void aFormThatIsRefusedMaySayTheSameLater() throws Exception {
    scenario.asEditor("WCA");
    String form = UUID.randomUUID().toString();
    String word = rareWord();
    assertThatThrownBy(
            () ->
                idempotency.once(
                    1, "new practice", form, word, () -> knowledge.draft(in("xx", "Wrong."))))
        .isInstanceOf(InvalidPractice.class);

    assertThat(
            idempotency.once(
                1, "new practice", form, word, () -> knowledge.draft(practice(word, "Right."))))
        .startsWith("PR-");
  }

  @Test
  void filterValuesAreComparedAsTheyAreWritten() {
    assertThat(knowledge.newest(region("WCA"), Language.EN, 0, 5).total()).isPositive();
    assertThat(knowledge.newest(region("wca"), Language.EN, 0, 5))
        .isEqualTo(new PracticePage(List.of(), 0));
    String theme = scenario.text("SELECT MIN(theme_code) FROM practice");
    assertThat(knowledge.newest(theme(theme), Language.EN, 0, 5).total()).isPositive();
    assertThat(knowledge.newest(theme(theme.toLowerCase(Locale.ROOT)), Language.EN, 0, 5).total())
        .isZero();
    assertThat(
            knowledge.newest(new PracticeFilter(null, null, null, "EN"), Language.EN, 0, 5).total())
        .isZero();
  }

  @Test
  void aListCostsTheSameForTwentyAsForOne() throws Exception {
    int one = Statements.of(() -> knowledge.newest(ALL, Language.FR, 0, 1)).size();

    assertThat(Statements.of(() -> knowledge.newest(ALL, Language.FR, 0, 20)))
        .hasSize(one)
        .hasSizeBetween(1, 5);
    assertThat(knowledge.newest(ALL, Language.FR, 0, 20).items()).hasSize(20);
  }

  @Test
  void editorsSeeTheHistoryOfAPracticeOfTheirRegionAndOthersDoNot() throws Exception {
    scenario.asEditor("WCA");
    String code = knowledge.draft(practice("begun", "As it began."));
    PracticeBase base = knowledge.open(code, "en").base();
    knowledge.handIn(code, base, practice("begun", "As it went on."), true, "");
    approve(code);
    scenario.asEditor("WCA");

    List<AuditEntry> entries = knowledge.history(code).entries();
    assertThat(entries)
        .extracting(AuditEntry::action)
        .containsExactly(
            "practice.published", "practice.handed-in", "practice.changed", "practice.drafted");
    assertThat(entries.get(0).changes()).containsExactly(new Change("state", "draft", "published"));
    assertThat(entries.get(2).changes())
        .containsExactly(new Change("done.en", "As it began.", "As it went on."));
    scenario.asEditor("EUR");
    assertThatThrownBy(() -> knowledge.history(code)).isInstanceOf(NotAllowed.class);
    scenario.asNobody();
    assertThatThrownBy(() -> knowledge.history(code)).isInstanceOf(NotSignedIn.class);
  }

  private static PracticeFilter region(String code) {
    return new PracticeFilter(code, null, null, null);
  }

  private static PracticeFilter theme(String code) {
    return new PracticeFilter(null, code, null, null);
  }

  private PracticeEdit in(String language, String body) {
    PracticeEdit english = practice("in " + language, body);
    return new PracticeEdit(
        english.region(),
        english.member(),
        english.theme(),
        english.year(),
        language,
        english.title(),
        english.summary(),
        english.body(),
        english.source());
  }

  private PracticeEdit practice(String word, String body) {
    return new PracticeEdit(
        "WCA",
        null,
        scenario.text("SELECT MIN(code) FROM theme"),
        "2026",
        "en",
        "Practice " + word,
        "What was done about " + word,
        new PracticeBody(
            Map.of(
                Section.CONTEXT, "At a small post.",
                Section.PROBLEM, "It took long.",
                Section.DONE, body,
                Section.RESULT, "It takes a day."),
            ""),
        new Source("cc-by-4.0", "Customs of Sankor", "2026-01-05", "all"));
  }

  /** By one editor, with another who approves it; the first goes on. */
  private void publish(PracticeEdit edit) throws InvalidPractice {
    String code = knowledge.draftAndHandIn(edit, "");
    approve(code);
    scenario.asEditor("WCA");
  }

  private void approve(String code) {
    long colleague = scenario.officer(Scenario.MEMBER);
    scenario.mandate(colleague, Office.EDITOR, Scope.region("WCA"));
    scenario.asHolder(colleague, Scenario.MEMBER);
    workflow.approve(code, workflow.standing(code, Language.EN).version());
  }

  private void await(String words) throws InterruptedException {
    Instant limit = Instant.now().plus(SOON);
    while (find(words).total() == 0 && Instant.now().isBefore(limit)) {
      Thread.sleep(50);
    }
  }

  private SearchResult find(String words) {
    return search.search(SearchQuery.of(words, "en").build());
  }

  private static String rareWord() {
    return "zq" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "vex";
  }
}
