package org.portolan.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.portolan.platform.search.Shelf.practice;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever somebody types is looked for; nothing that can be typed makes the search fail. */
class NastyQueriesTest {
  /** Has other wordings for everything, and supposes what is called much by many words. */
  private static final QueryExpander TALKATIVE =
      new QueryExpander() {
        @Override
        public List<Wording> expansions(String words, String language) {
          return wordings("other wording of " + words, 24, Wording.Relation.RELATED);
        }

        @Override
        public List<Supposition> suppositions(List<String> words, String language) {
          Supposition much =
              new Supposition(
                  1, wordings("Codes such as goods valuation", 60, Wording.Relation.SUPPOSED));
          return List.of(much, much);
        }

        @Override
        public Subject subject(List<String> words, String language) {
          return new Subject(Map.of("goods", 1f), 1);
        }
      };

  private static List<Wording> wordings(String text, int count, Wording.Relation relation) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new Wording(
                    text + " " + i,
                    List.of("fr", "ar", "en").get(i % 3),
                    "concept-" + i,
                    relation,
                    0.5f))
        .toList();
  }

  private static SearchIndex index;

  @BeforeAll
  static void fill() {
    index =
        Shelf.indexOf(
            practice(1, "en", "Valuation of goods", "Codes such as C++ and 8471.30 (a:b) [c]."),
            practice(2, "zh", distinctHan(300), distinctHan(900)),
            practice(3, "ar", "القيمة الجمركية", arabicWords(80)));
  }

  @AfterAll
  static void close() {
    index.close();
  }

  static Stream<String> nasty() {
    return Stream.of(
        distinctHan(300),
        distinctHan(2_000),
        // several long words, all of them known and in few items
        distinctHan(800).replaceAll("(.{200})", "$1 "),
        "\"" + distinctHan(300) + "\"",
        "-" + distinctHan(300),
        distinctHan(300) + "*",
        "\"" + distinctHan(900) + "\" " + distinctHan(900) + "*",
        arabicWords(300),
        "-a ".repeat(700),
        "a* ".repeat(700),
        "\"a b\" ".repeat(300),
        "a" + ".a".repeat(900),
        "ก".repeat(2_000),
        "x".repeat(5_000),
        IntStream.range(0, 500).mapToObj(i -> "w" + i).collect(Collectors.joining(" ")),
        "\"",
        "\"\"",
        "\"\"\"",
        "\"never closed",
        "closed\" \"never",
        "«„“”",
        "'",
        ":",
        "title:valuation",
        "a:b:c",
        "[1 TO 2]",
        "{!func}x",
        "((()",
        ")",
        "[",
        "*",
        "**",
        "?",
        "*a*",
        "-*",
        "-",
        "--",
        "- -",
        "-\"",
        "-\"\"",
        "+ - && || ! ( ) { } [ ] ^ ~ * ? : \\ /",
        "/.*/",
        "a~2",
        "a^1000000",
        "\\",
        "\u0000\u0001\u001f\u007f\u0085",
        "valuation\u0000\u001f",
        "\ud800",
        "\udc00\ud800",
        "\ufeff\u200b\u200e\u202e",
        "😀",
        "👩‍👩‍👧‍👦".repeat(300),
        "valuation 😀*",
        "\ufdfa".repeat(200),
        "\ufdfa".repeat(17) + "*",
        "\ufdfa".repeat(500) + "*",
        "e" + "\u0301".repeat(1_900),
        "%",
        "<script>alert(1)</script>",
        "AND OR NOT",
        "8471.30.00.00.00.00");
  }

  @ParameterizedTest
  @MethodSource("nasty")
  void nothingThatIsTypedFails(String typed) {
    for (String language : List.of("en", "ar", "zh", "ru")) {
      for (QueryExpander expander : List.of(TALKATIVE, (QueryExpander) (w, l) -> List.of())) {
        assertThatCode(
                () ->
                    Shelf.search(index, expander)
                        .search(
                            SearchQuery.of(typed, language)
                                .queryLanguage(language.equals("ru") ? null : language)
                                .facets(SearchDocument.TYPE)
                                .build()))
            .doesNotThrowAnyException();
      }
      assertThatCode(
              () -> new Suggestions(index).suggest(typed, language, Set.of(SearchDocument.PUBLIC)))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void ofALongQueryTheFirstWordsCount() {
    String forty = "valuation goods " + "of ".repeat(38);
    assertThat(found(forty + "nowhere elsewhere")).contains(1L);
    assertThat(QueryText.of(forty + "nowhere").parts())
        .extracting(QueryText.Part::text)
        .hasSize(40)
        .doesNotContain("nowhere");
  }

  @Test
  void aLongTextWithoutSpacesIsFoundByItsBeginning() {
    assertThat(found(distinctHan(300))).contains(2L);
    assertThat(found("\"" + distinctHan(300) + "\"")).containsExactly(2L);
  }

  private static List<Long> found(String words) {
    return Shelf.search(index).search(SearchQuery.of(words, "en").build()).hits().stream()
        .map(SearchResult.Hit::id)
        .toList();
  }

  private static String distinctHan(int count) {
    return new String(IntStream.range(0x4e00, 0x4e00 + count).toArray(), 0, count);
  }

  private static String arabicWords(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> "و" + new String(new int[] {0x628 + i % 16, 0x633, 0x628 + i / 16 % 16}, 0, 3))
        .collect(Collectors.joining(" "));
  }
}
