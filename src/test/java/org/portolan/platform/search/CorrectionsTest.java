package org.portolan.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that stand nowhere are asked about, by words that the person may read. */
class CorrectionsTest {
  private static SearchIndex index;

  @BeforeAll
  static void fill() {
    index =
        Shelf.indexOf(
            item(1, "en", "Valuation of goods", SearchDocument.PUBLIC),
            item(2, "fr", "L’évaluation des marchandises", SearchDocument.PUBLIC),
            item(3, "es", "Clasificación arancelaria", SearchDocument.PUBLIC),
            item(4, "pt", "Desalfandegamento simplificado", SearchDocument.PUBLIC),
            item(5, "ru", "Таможенная декларация", SearchDocument.PUBLIC),
            item(6, "ar", "تقييم البضائع المستوردة", SearchDocument.PUBLIC),
            // nearer to what is typed below, and hidden
            item(7, "en", "Smugglers named Valuatian", "region@A"),
            item(8, "en", "Valuatian Valuatian", "region@A"));
  }

  private static SearchDocument item(long id, String language, String title, String visibleTo) {
    return SearchDocument.of("practice", id)
        .path("/" + id)
        .text(language, title, "", "")
        .visibleTo(visibleTo)
        .build();
  }

  @AfterAll
  static void close() {
    index.close();
  }

  private static String meant(String words, String language, String... held) {
    return Shelf.search(index)
        .search(SearchQuery.of(words, language).visibleTo(Set.of(held)).build())
        .meant();
  }

  @ParameterizedTest
  @CsvSource({
    "en, valuaton, valuation",
    "en, Vlauation of goods, valuation of goods",
    "en, goods AND valution, goods AND valuation",
    "fr, evaluatoin des marchandises, évaluation des marchandises",
    "es, clasificasion, clasificación",
    "pt, desalfandegamneto, desalfandegamento",
    "ru, декларацыя, декларация",
    "ar, المستورده البضايع, ",
  })
  void theNearestWordIsProposed(String language, String typed, String proposed) {
    assertThat(meant(typed, language)).isEqualTo(proposed);
  }

  @ParameterizedTest
  @CsvSource({
    "en, valuation",
    "en, goods",
    "en, 8471.30.00",
    "en, xyzzyplugh",
    "en, of",
    "en, vlu"
  })
  void nothingIsProposedWhereNothingIsToBePutRight(String language, String typed) {
    assertThat(meant(typed, language)).isNull();
  }

  @Test
  void whatIsHiddenIsNeverProposedAndDecidesNothing() {
    assertThat(meant("valuatia", "en")).isEqualTo("valuation");
    assertThat(meant("valuatia", "en", "region@A")).isEqualTo("valuatian");
    // it stands in what is hidden alone: to others it stands nowhere
    assertThat(meant("smugglers", "en")).isNull();
    assertThat(meant("smuglers", "en")).isNull();
    assertThat(meant("smuglers", "en", "region@A")).isEqualTo("smugglers");
    assertThat(meant("valuatian", "en")).isEqualTo("valuation");
    assertThat(meant("valuatian", "en", "region@A")).isNull();
  }

  @Test
  void whatIsQuotedBegunOrExcludedStays() {
    assertThat(meant("\"valuaton\"", "en")).isNull();
    assertThat(meant("valuaton*", "en")).isNull();
    assertThat(meant("goods -valuaton", "en")).isNull();
  }

  @Test
  void oneMayAskForAnything() {
    List<String> nasty =
        new ArrayList<>(
            List.of("\ud800abcd", "a".repeat(5_000), "abcdefgh ".repeat(2_000), "$1\\Q\\E(("));
    nasty.add("\u202evaluaton\u202c");
    for (String each : nasty) {
      meant(each, "en");
    }
    assertThat(meant("$1 valuaton \\E", "en")).isEqualTo("$1 valuation \\E");
  }
}
