package org.portolan.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Titles under the search box: by their first letters, and only those that may be seen. */
class SuggestionsTest {
  private static SearchIndex index;

  @BeforeAll
  static void fill() {
    SearchDocument[] all =
        LongStream.rangeClosed(1, 503)
            .mapToObj(
                id ->
                    id <= 500
                        ? title(id, "On valuation, part " + id, SearchDocument.PUBLIC)
                        : title(
                            id,
                            List.of("Valuation", "Valuables of a secret", "Évaluation")
                                .get((int) id - 501),
                            id == 502 ? "region@A" : SearchDocument.PUBLIC))
            .toArray(SearchDocument[]::new);
    index = Shelf.indexOf(all);
  }

  private static SearchDocument title(long id, String title, String visibleTo) {
    return SearchDocument.of("practice", id)
        .path("/" + id)
        .text("en", title, "", "")
        .visibleTo(visibleTo)
        .build();
  }

  @AfterAll
  static void close() {
    index.close();
  }

  private static List<String> suggested(String typed, String... held) {
    return new Suggestions(index)
        .suggest(typed, "en", Set.of(held)).stream().map(Suggestion::title).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "v, Valuation",
    "V, Valuation",
    "valu, Valuation",
    "valuatio, Valuation",
    "valuation, Valuation",
    "e, Évaluation",
    "évaluat, Évaluation",
    "evaluation, Évaluation"
  })
  void whatBeginsAsTypedComesFirstHoweverManyOthersThereAre(String typed, String first) {
    assertThat(suggested(typed).get(0)).isEqualTo(first);
  }

  @Test
  void wordsWithinATitleAreFoundToo() {
    assertThat(suggested("part 44")).contains("On valuation, part 44").hasSizeBetween(2, 8);
    assertThat(suggested("on val")).hasSize(8);
    assertThat(suggested("zzz")).isEmpty();
    assertThat(suggested("")).isEmpty();
  }

  @Test
  void whatMayNotBeSeenIsNotSuggested() {
    for (String typed : List.of("v", "valuab", "secret", "valuables of a")) {
      assertThat(suggested(typed)).doesNotContain("Valuables of a secret");
      assertThat(suggested(typed, "region@A")).contains("Valuables of a secret");
    }
  }
}
