package org.portolan.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.search.Search;
import org.portolan.platform.search.SearchQuery;
import org.portolan.platform.search.SearchResult;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.NotSignedIn;

/** Practices from the editor's desk to the reader, with the index that follows. */
@ArquillianTest
class KnowledgeServiceIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final PracticeFilter ALL = new PracticeFilter(null, null, null, null);

  @Inject private KnowledgeService knowledge;
  @Inject private Search search;
  @Inject private Scenario scenario;

  @Test
  void whatIsPublishedIsFoundByEveryFormOfItsWords() throws Exception {
    String rare = rareWord();
    scenario.asEditor("WCA");
    knowledge.draftAndPublish(practice(rare, "Scanning **containers** at " + rare + "."));

    await(rare);
    SearchResult found = find(rare + " container");

    assertThat(found.hits().get(0).title()).isEqualTo("Practice " + rare);
    assertThat(found.hits().get(0).snippet())
        .filteredOn(SearchResult.Piece::marked)
        .extracting(SearchResult.Piece::text)
        .contains("containers", rare);
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
    knowledge.draftAndPublish(practice(shown, "A practice about " + shown + "."));
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
  void aListCostsTheSameForTwentyAsForOne() throws Exception {
    int one = Statements.of(() -> knowledge.newest(ALL, Language.FR, 0, 1)).size();

    assertThat(Statements.of(() -> knowledge.newest(ALL, Language.FR, 0, 20)))
        .hasSize(one)
        .hasSizeBetween(1, 5);
    assertThat(knowledge.newest(ALL, Language.FR, 0, 20).items()).hasSize(20);
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
        body);
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
