package org.portolan.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portolan.platform.search.Shelf.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portolan.platform.search.SearchResult.Hit;
import org.portolan.platform.search.SearchResult.Reason;

/** What a whole question may be about decides the order, and finds where few have its words. */
class SuppositionsTest {
  private static final Wording RELEASE =
      new Wording("time release study", "en", "trs", Wording.Relation.SUPPOSED, 1);
  private static final Wording FRENCH =
      new Wording("étude du temps", "fr", "trs", Wording.Relation.SUPPOSED, 1);
  private static final List<List<String>> ASKED = new ArrayList<>();

  private static final QueryExpander THESAURUS =
      new QueryExpander() {
        @Override
        public List<Wording> expansions(String text, String language) {
          return List.of();
        }

        @Override
        public List<Supposition> suppositions(List<String> words, String language) {
          ASKED.add(words);
          return words.contains("lorries")
              ? List.of(new Supposition(1, List.of(FRENCH, RELEASE)))
              : List.of();
        }
      };

  private static SearchIndex index;

  @BeforeAll
  static void fill() {
    List<SearchDocument> items = new ArrayList<>();
    items.add(
        SearchDocument.of("practice", 1)
            .text("fr", "Une étude du temps", "", "Une étude du temps.")
            .text("en", "Where time is lost", "", "Our time release study of five posts.")
            .visibleTo(SearchDocument.PUBLIC)
            .build());
    items.add(practice(2, "en", "Lorries of the school", "They are washed on Mondays."));
    items.add(practice(3, "en", "A study", "Lorries were counted in a time release study."));
    items.add(
        SearchDocument.of("practice", 4)
            .text("en", "Not for all", "", "Another time release study.")
            .visibleTo("centre:X")
            .build());
    for (int id = 10; id < 30; id++) {
      items.add(practice(id, "en", "Canteen " + id, "Cooks wait for customers."));
    }
    index = Shelf.indexOf(items.toArray(SearchDocument[]::new));
  }

  @AfterAll
  static void close() {
    index.close();
  }

  private static SearchResult found(String words) {
    return Shelf.search(index, THESAURUS)
        .search(SearchQuery.of(words, "en").facets(SearchDocument.TYPE).limit(50).build());
  }

  private static List<Long> ids(String words) {
    return found(words).hits().stream().map(Hit::id).toList();
  }

  @Test
  void whatHasTheWordsAndIsAboutItComesFirstThenWhatHasTheWordsThenWhatIsAboutIt() {
    assertThat(ids("lorries")).containsExactly(3L, 2L, 1L);
  }

  @Test
  void theTotalAndTheFacetsCountWhatIsFoundByIt() {
    SearchResult result = found("lorries");
    assertThat(result.total()).isEqualTo(3);
    assertThat(result.facets().get(SearchDocument.TYPE))
        .extracting(SearchResult.FacetCount::count)
        .containsExactly(3L);
  }

  /** By the wording in the language of the question, where there is one. */
  @Test
  void onlyWhatHasNoneOfTheWordsSaysThatItIsSupposed() {
    for (Hit hit : found("lorries").hits()) {
      assertThat(hit.reasons())
          .isEqualTo(hit.id() == 1 ? List.of(new Reason("lorries", RELEASE)) : List.of());
    }
  }

  @Test
  void whereEnoughHaveTheWordsNothingMoreIsFound() {
    // "wait" and "customers" are in twenty, "lorries" in two of others
    assertThat(ids("lorries wait for customers")).doesNotContain(1L).contains(2L, 3L, 10L);
  }

  @Test
  void whatIsNeededQuotedOrLeftOutHolds() {
    assertThat(ids("lorries AND washed")).containsExactly(2L);
    assertThat(ids("lorries -counted")).containsExactly(2L);
    assertThat(ids("lorries \"washed on Mondays\"")).containsExactly(2L);
    assertThat(ids("lorries type:course")).isEmpty();
  }

  @Test
  void whoMaySeeMoreFindsMore() {
    assertThat(
            Shelf.search(index, THESAURUS)
                .search(
                    SearchQuery.of("lorries", "en")
                        .visibleTo(Set.of(SearchDocument.PUBLIC, "centre:X"))
                        .build())
                .hits())
        .extracting(Hit::id)
        .contains(4L);
  }

  @Test
  void wordsThatAskOrJoinAreNotAskedFor() {
    ASKED.clear();
    found("how many lorries wait in the yard");
    assertThat(ASKED).containsExactly(List.of("lorries", "wait", "yard"));
  }
}
