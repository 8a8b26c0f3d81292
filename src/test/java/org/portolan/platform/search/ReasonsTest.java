package org.portolan.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portolan.platform.search.Shelf.practice;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portolan.platform.search.SearchResult.Hit;
import org.portolan.platform.search.SearchResult.Reason;

/** What is found by other wordings says by which, and is shown in their language. */
class ReasonsTest {
  private static final Wording CONTROL =
      new Wording(
          "control posterior al despacho", "es", "post-clearance-audit", Wording.Relation.SAME, 1);
  private static final Wording WRITTEN_OUT =
      new Wording("post-clearance audit", "en", "post-clearance-audit", Wording.Relation.SAME, 1);
  private static final QueryExpander THESAURUS =
      (text, language) ->
          text.equalsIgnoreCase("PCA") || text.equalsIgnoreCase("post-clearance audit")
              ? List.of(CONTROL, WRITTEN_OUT)
              : List.of();

  private static SearchIndex index;

  @BeforeAll
  static void fill() {
    index =
        Shelf.indexOf(
            practice(1, "en", "PCA in small offices", "How a PCA team is begun."),
            practice(2, "es", "Un equipo nuevo", "El control posterior al despacho por empresas."),
            practice(3, "en", "Choosing whom to visit", "A post-clearance audit takes weeks."),
            practice(4, "fr", "Contrôler après coup", "Rien de cela ne porte un tel nom."),
            SearchDocument.of("practice", 6)
                .text("en", "Visits", "", "Nothing about it.")
                .text("es", "Visitas", "", "Sobre el control posterior al despacho.")
                .visibleTo(SearchDocument.PUBLIC)
                .build());
  }

  @AfterAll
  static void close() {
    index.close();
  }

  private static Map<Long, Hit> found(String words, String language) {
    return Shelf.search(index, THESAURUS)
        .search(SearchQuery.of(words, language).build())
        .hits()
        .stream()
        .collect(Collectors.toMap(Hit::id, hit -> hit));
  }

  @Test
  void theWordsThemselvesNeedNoReason() {
    assertThat(found("PCA", "en").get(1L).reasons()).isEmpty();
  }

  @Test
  void anotherLanguageIsFoundByItsOwnWording() {
    Hit spanish = found("PCA", "en").get(2L);
    assertThat(spanish.reasons()).containsExactly(new Reason("PCA", CONTROL));
    assertThat(spanish.snippet()).anyMatch(piece -> piece.marked());
  }

  @Test
  void whatIsWrittenOutIsFoundToo() {
    assertThat(found("pca", "fr").get(3L).reasons())
        .containsExactly(new Reason("pca", WRITTEN_OUT));
  }

  @Test
  void whatHasNoneOfTheWordingsIsNotFound() {
    assertThat(found("PCA", "en")).doesNotContainKey(4L);
  }

  @Test
  void whatIsThereInTheLanguageOfTheWordsIsShownInItWhateverItWasFoundBy() {
    Hit both = found("PCA", "en").get(6L);
    assertThat(both.titleLanguage()).isEqualTo("en");
    assertThat(both.reasons()).extracting(reason -> reason.wording().language()).contains("es");
  }

  @Test
  void theWordsThemselvesComeFirst() {
    List<Hit> hits =
        Shelf.search(index, THESAURUS).search(SearchQuery.of("PCA", "en").build()).hits();
    assertThat(hits.get(0).id()).isEqualTo(1);
  }
}
