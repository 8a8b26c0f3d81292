package org.portolan.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelevanceFeedbackTest {
  /** The second and the third have the same words of the question, and more in a longer text. */
  private final SearchIndex index =
      Shelf.indexOf(
          Shelf.practice(
              1,
              "en",
              "Cargo scanner repair",
              "Scanner repair for cargo: x-ray tubes and detectors of the cargo scanner."),
          Shelf.practice(2, "en", "Bicycle shed", "Scanner and repair. Roof, bicycle and paint."),
          Shelf.practice(
              3,
              "en",
              "Tubes and detectors",
              "Scanner and repair. Detectors, tubes and x-ray of cargo, before the summer."));

  private final Search search = Shelf.search(index, (text, language) -> List.of());

  @AfterEach
  void close() {
    index.close();
  }

  private SearchResult ask(String words) {
    return search.search(SearchQuery.of(words, "en").build());
  }

  private static List<Long> found(SearchResult result) {
    return result.hits().stream().map(SearchResult.Hit::id).toList();
  }

  @Test
  void whatIsAboutTheSameAsTheBestHitComesNext() {
    assertThat(found(ask("scanner repair"))).containsExactly(1L, 3L, 2L);
  }

  @Test
  void nothingMoreIsFoundAndNothingLess() {
    assertThat(ask("scanner repair bicycle").total()).isEqualTo(3);
    assertThat(ask("scanner repair").total()).isEqualTo(3);
    assertThat(found(ask("bicycle paint"))).containsExactly(2L);
  }
}
