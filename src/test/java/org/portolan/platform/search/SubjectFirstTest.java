package org.portolan.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.portolan.platform.search.Shelf.practice;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portolan.platform.search.SearchResult.Hit;

/** Of the best hits, those whose titles are about what the question is about come first. */
class SubjectFirstTest {
  private static SearchIndex index;

  @BeforeAll
  static void fill() {
    index =
        Shelf.indexOf(
            practice(1, "en", "Rooms and lists", "Waiting, waiting and waiting."),
            practice(
                2, "en", "Delays at the border", "Waiting was measured once, among much else."),
            practice(3, "fr", "Rien de tel", "Autre chose."));
  }

  @AfterAll
  static void close() {
    index.close();
  }

  /** Delays are what both words are about. */
  private static QueryExpander sure(float confidence) {
    return new QueryExpander() {
      @Override
      public List<Wording> expansions(String text, String language) {
        return List.of();
      }

      @Override
      public Subject subject(List<String> words, String language) {
        return words.contains("waiting") || words.contains("Delays")
            ? new Subject(Map.of("delays", 1f), confidence)
            : new Subject(Map.of("rooms", 1f), 1);
      }
    };
  }

  private static List<Long> found(float confidence) {
    SearchResult result =
        Shelf.search(index, sure(confidence)).search(SearchQuery.of("waiting", "en").build());
    assertThat(result.total()).isEqualTo(2);
    return result.hits().stream().map(Hit::id).toList();
  }

  @Test
  void whatIsAboutTheQuestionComesFirst() {
    assertThat(found(1)).containsExactly(2L, 1L);
  }

  @Test
  void aQuestionOfWhichLittleIsToldKeepsTheOrderOfItsWords() {
    assertThat(found(0.02f)).containsExactly(1L, 2L);
    assertThat(found(0)).containsExactly(1L, 2L);
  }

  /** Else it hung on their numbers in the index which of them gain. */
  @Test
  void ofMoreEqualsThanAreLookedAtNoneGains() {
    SearchDocument[] equals =
        LongStream.range(1, 61)
            .mapToObj(id -> practice(id, "en", id % 2 == 0 ? "Delays" : "Rooms", "Waiting."))
            .toArray(SearchDocument[]::new);
    try (SearchIndex many = Shelf.indexOf(equals)) {
      SearchQuery query = SearchQuery.of("waiting", "en").limit(60).build();
      List<Hit> unsure = Shelf.search(many, sure(0)).search(query).hits();
      List<Hit> sure = Shelf.search(many, sure(1)).search(query).hits();
      assertThat(sure).hasSize(60).extracting(Hit::id).isEqualTo(ids(unsure));
    }
  }

  private static List<Long> ids(List<Hit> hits) {
    return hits.stream().map(Hit::id).toList();
  }

  @Test
  void likenessIsThatOfDirections() {
    Subject one = new Subject(Map.of("a", .6f, "b", .8f), 1);
    assertThat(one.likeness(one)).isCloseTo(1, within(1e-6f));
    assertThat(one.likeness(new Subject(Map.of("b", 1f), .2f))).isCloseTo(.8f, within(1e-6f));
    assertThat(one.likeness(new Subject(Map.of("c", 1f), 1))).isZero();
    assertThat(one.likeness(Subject.NONE)).isZero();
  }
}
