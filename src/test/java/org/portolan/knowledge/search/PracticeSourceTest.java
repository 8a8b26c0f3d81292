package org.portolan.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portolan.knowledge.PracticeReading;
import org.portolan.knowledge.PracticeTexts;
import org.portolan.knowledge.Readers;
import org.portolan.knowledge.Source;
import org.portolan.platform.search.Rights;
import org.portolan.platform.search.SearchDocument;
import org.portolan.platform.web.Markdown;

class PracticeSourceTest {
  private final PracticeReading three =
      new PracticeReading() {
        @Override
        public List<Long> idsAfter(long id, int count) {
          return List.of(1L, 2L, 3L).stream().filter(each -> each > id).limit(2).toList();
        }

        @Override
        public List<PracticeTexts> find(Collection<Long> ids) {
          return ids.stream().filter(id -> id <= 3).map(PracticeSourceTest::practice).toList();
        }
      };
  private final PracticeSource source =
      new PracticeSource(three, ids -> Map.of(2L, 4), new Markdown());

  @Test
  void namesEveryPracticeOnce() {
    assertThat(source.ids()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void whatIsGoneIsNotGiven() {
    assertThat(source.find(List.of(3L, 4L))).extracting(SearchDocument::id).containsExactly(3L);
  }

  @Test
  void everybodyFindsItByItsWordsAndPlace() {
    SearchDocument document = source.document(practice(7), 0);

    assertThat(document.visibility()).containsExactly(SearchDocument.PUBLIC);
    assertThat(document.path()).isEqualTo("/knowledge/PR-7");
    assertThat(document.texts().get("fr").body()).contains("Contexte", "essai").doesNotContain("#");
    assertThat(document.facets())
        .containsEntry(SearchDocument.YEAR, Set.of("2024"))
        .containsEntry(SearchDocument.LANGUAGE, Set.of("fr"))
        .doesNotContainKey(SearchDocument.MEMBER);
    assertThat(document.relations()).containsExactly("/catalog/C-1");
    assertThat(document.rights())
        .isEqualTo(
            new Rights(
                "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/", "Customs of Sankor"));
  }

  private static PracticeTexts practice(long id) {
    return new PracticeTexts(
        id,
        "PR-" + id,
        "WCA",
        null,
        "PCA",
        "training",
        2024,
        Instant.parse("2025-03-01T08:00:00Z"),
        new Source("cc-by-4.0", "Customs of Sankor", "2025-01-05", Readers.ALL.code()),
        List.of("/catalog/C-1"),
        Map.of("fr", new PracticeTexts.Words("Titre", "Bref", "## Contexte\n\nUn **essai**.")));
  }
}
