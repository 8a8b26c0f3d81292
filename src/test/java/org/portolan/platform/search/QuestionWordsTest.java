package org.portolan.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Words by which people ask do not tell what they look for, unless there is nothing else. */
class QuestionWordsTest {
  private static SearchIndex index;

  @BeforeAll
  static void fill() {
    index =
        Shelf.indexOf(
            item(1, "Queues at the border", "Lorries wait."),
            item(2, "How we do much", "How many can we, what should they need."),
            item(3, "Working paper", "How much is enough."));
  }

  private static SearchDocument item(long id, String title, String body) {
    return SearchDocument.of("practice", id)
        .text("en", title, "", body)
        .visibleTo(SearchDocument.PUBLIC)
        .build();
  }

  @AfterAll
  static void close() {
    index.close();
  }

  private static List<Long> found(String words) {
    return Shelf.search(index).search(SearchQuery.of(words, "en").build()).hits().stream()
        .map(SearchResult.Hit::id)
        .toList();
  }

  @Test
  void aQuestionIsAskedByItsMatter() {
    assertThat(found("how many lorries wait, and what can we do")).containsExactly(1L);
  }

  @Test
  void whoTypesNothingElseOrQuotesThemMeansThem() {
    assertThat(found("how much")).contains(2L, 3L);
    assertThat(found("\"how much is enough\"")).containsExactly(3L);
  }

  @Test
  void onlyWhatTellsIsMarked() {
    SearchResult.Hit hit =
        Shelf.search(index)
            .search(SearchQuery.of("how much working paper do we need", "en").build())
            .hits()
            .get(0);
    assertThat(hit.id()).isEqualTo(3);
    assertThat(hit.snippet()).noneMatch(SearchResult.Piece::marked);
    assertThat(hit.markedTitle()).anyMatch(SearchResult.Piece::marked);
  }
}
