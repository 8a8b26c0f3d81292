package org.portolan.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portolan.thesaurus.search.Expanders;

/** What is like an item: of any kind and language, only what may be seen, never the item again. */
class SimilarItemsTest {
  private static final String BODY =
      "Officers compare declared values with a register of prices kept by the laboratory. They ask"
          + " importers for contracts and invoices when a price is too low, and decide in ten days.";

  private static SearchIndex index;
  private static SimilarItems similar;

  @BeforeAll
  static void fill() {
    index =
        Shelf.indexOf(
            item("practice", 1, "P-1")
                .text("en", "Checking customs value by a price register", "Prices compared.", BODY)
                .visibleTo("public")
                .build(),
            item("practice", 2, "P-2")
                .text("en", "Checking customs value by a price registry", "Prices compared.", BODY)
                .visibleTo("public")
                .build(),
            item("attachment", 3, "P-1/files/3")
                .text("en", "Customs value price register form", "", "Fields of the register.")
                .visibleTo("public")
                .build(),
            item("course", 4, "C-4")
                .text("en", "Customs value for beginners", "From price to customs value.", "Six")
                .leading()
                .visibleTo("public")
                .build(),
            item("session", 5, "S-5")
                .text("en", "Customs value for beginners", "From price to customs value.", "Six")
                .under("course", 4)
                .visibleTo("public")
                .build(),
            item("practice", 6, "P-6")
                .text("fr", "La valeur en douane contrôlée après coup", "", "Des prix trop bas.")
                .visibleTo("public")
                .build(),
            item("practice", 7, "P-7")
                .text("en", "A customs value price register of one region", "", "For few.")
                .visibleTo("reader@region:A")
                .build(),
            item("practice", 8, "P-8")
                .text("en", "Dogs at the airport", "They find tobacco.", "Twelve dogs.")
                .visibleTo("public")
                .build(),
            item("practice", 9, "P-9")
                .text("en", "Dogs at the harbour", "They find cash.", "Three dogs, two boats.")
                .visibleTo("public")
                .build());
    similar = new SimilarItems(index, List.of(Expanders.released()));
  }

  private static SearchDocument.Builder item(String kind, long id, String code) {
    return SearchDocument.of(kind, id)
        .code(code)
        .path("/" + code)
        .facet(SearchDocument.THEME, id == 1 || id == 6 ? "VALUATION" : "T" + id);
  }

  @AfterAll
  static void close() {
    index.close();
  }

  private static List<String> like(String kind, String code, String... held) {
    return similar.of(kind, code, "en", Set.of(held)).items().stream()
        .map(Suggestion::code)
        .toList();
  }

  @Test
  void whatIsAboutTheSameIsFoundWhateverItIs() {
    assertThat(like("practice", "p-1")).contains("C-4").doesNotContain("P-8", "P-9");
    assertThat(like("practice", "P-8")).containsExactly("P-9");
  }

  @Test
  void neitherTheItemNorItsFilesNorACopyAreLikeIt() {
    assertThat(like("practice", "P-1")).doesNotContain("P-1", "P-2", "P-1/files/3");
  }

  @Test
  void aSessionIsShownByItsCourse() {
    assertThat(like("practice", "P-1")).doesNotContain("S-5");
    assertThat(like("course", "C-4")).contains("P-1").doesNotContain("S-5", "C-4");
    assertThat(like("session", "S-5")).doesNotContain("C-4");
  }

  @Test
  void theThesaurusLeadsToOtherLanguages() {
    assertThat(like("practice", "P-1")).contains("P-6");
    assertThat(
            new SimilarItems(index, List.of())
                .of("practice", "P-1", "fr", Set.of()).items().stream().map(Suggestion::code))
        .doesNotContain("P-6");
  }

  @Test
  void whatIsForOthersIsNotSaid() {
    assertThat(like("practice", "P-1")).doesNotContain("P-7");
    assertThat(like("practice", "P-1", "reader@region:A")).contains("P-7");
    assertThat(similar.of("practice", "P-7", "en", Set.of()).known()).isFalse();
    assertThat(similar.of("course", "P-1", "en", Set.of()).known()).isFalse();
  }

  @Test
  void withoutAnIndexThereIsNone() {
    try (SearchIndex none = SearchIndex.inMemory()) {
      Similar away = new SimilarItems(none, List.of()).of("practice", "P-1", "en", Set.of());
      assertThat(away.ready()).isFalse();
      assertThat(away.items()).isEmpty();
    }
  }

  @Test
  void howeverLongAnItemIsFewTermsAreLookedUp() throws IOException {
    String words =
        IntStream.range(0, 400).mapToObj(i -> "wort" + i).collect(Collectors.joining(" "));
    SearchDocument.Builder one = item("practice", 1, "L-1").visibleTo("public");
    SearchDocument.Builder other = item("practice", 2, "L-2").visibleTo("public");
    for (String language : List.of("de", "en", "fr", "id", "nl", "pl", "tr", "uk", "zh")) {
      String title = "Customs value and risk management " + words;
      one.text(language, title, words, words);
      other.text(language, title, words, words);
    }
    try (SearchIndex large = Shelf.indexOf(one.build(), other.build())) {
      int size =
          large.read(
              searcher ->
                  QueryBuilding.size(
                      new AboutTheSame(Analysis.forAsking(), List.of(Expanders.released()))
                          .query(searcher.getIndexReader(), ItemWords.read(searcher, 0))),
              () -> 0);
      assertThat(size).isBetween(60, 300);
    }
  }
}
