package org.portolan.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.portolan.platform.search.SearchResult.How;
import org.portolan.platform.search.SearchResult.Understood;

/** What readers may type beside words. */
class OperatorsTest {
  private static SearchIndex index;

  @BeforeAll
  static void fill() {
    index =
        Shelf.indexOf(
            item(1, "en", "Valuation of goods", "The transaction value of imported machines.", "A"),
            item(2, "en", "Origin of goods", "Proof of origin, heading 8471.30 and others.", "B"),
            item(3, "en", "Seizures", "Drugs and weapons; as Art. 8 says.", "A"),
            item(
                4,
                "fr",
                "Valeur en douane",
                "La valeur des machines. Article 8 et annexe 2.1.",
                "B"),
            item(
                5,
                "en",
                "Offices",
                "Eight articles on offices, RKC 3.4 among them, 84713012.",
                "A"),
            item(6, "en", "Organisation of an office", "Of 2026, on 20260301.", "C"));
  }

  private static SearchDocument item(
      long id, String language, String title, String body, String region) {
    return SearchDocument.of("practice", id)
        .code("DEMO-" + id)
        .text(language, title, "", body)
        .facet(SearchDocument.REGION, region)
        .visibleTo(SearchDocument.PUBLIC)
        .build();
  }

  @AfterAll
  static void close() {
    index.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "valuation OR seizures | 1 3",
        "valuation OR origin OR seizures | 1 2 3",
        "goods AND origin | 2",
        "goods NOT origin | 1",
        "goods -origin | 1",
        "NOT goods | 3 4 5 6",
        "valuation or | 1",
        "region:A | 1 3 5",
        "region:a | 1 3 5",
        "REGION:a goods | 1",
        "-region:A | 2 4 6",
        "region:A OR region:C | 1 3 5 6",
        "goods region:C | ``",
        "title:goods | 1 2",
        "title:\"valuation of goods\" | 1",
        "title:machines | ``",
        "title:valu* | 1",
        "code:demo-3 | 3",
        "code:DEMO* | 1 2 3 4 5 6",
        "language:fr | 4",
        "mach*nes | 1 4",
        "organi?ation | 6",
        "organi*on | 6",
        "valua* | 1",
        "seizures? | 3",
        "8471.30 | 2 5",
        "847130 | 2 5",
        "8471 | 2 5",
        "84 | 2",
        "8471.3* | 2 5",
        "2026 | 6",
        "Art. 8 | 3 4",
        "article 8 | 3 4",
        "Annex 2.1 | 4",
        "RKC 3.4 | 5",
        "\"Art. 8\" OR origin | 2 3",
      })
  void operatorsAreUnderstood(String typed, String found) {
    assertThat(found(typed)).as(typed).isEqualTo(found);
  }

  private static String found(String typed) {
    return search(typed).hits().stream()
        .map(SearchResult.Hit::id)
        .sorted()
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  private static SearchResult search(String typed) {
    return Shelf.search(index)
        .search(SearchQuery.of(typed, "en").queryLanguage("en").limit(50).build());
  }

  @Test
  void aCodeThatIsTypedDoesNotGetAroundAField() {
    assertThat(search("DEMO-1").hits().get(0).id()).isEqualTo(1);
    assertThat(found("DEMO-1 region:B")).doesNotContain("1").isNotEmpty();
  }

  @Test
  void whatWasUnderstoodIsSaid() {
    assertThat(
            search("valuation OR origin -drugs valu* org?n region:A goods AND value").understood())
        .containsExactlyInAnyOrder(
            new Understood(How.EITHER, List.of("valuation", "origin")),
            new Understood(How.WITHOUT, List.of("drugs")),
            new Understood(How.BEGINNING, List.of("valu")),
            new Understood(How.LIKE, List.of("org?n")),
            new Understood(How.ONLY, List.of("region: A")),
            new Understood(How.ALL, List.of("goods", "value")));
  }

  @ParameterizedTest
  @CsvSource({
    "valuation of goods",
    "OR",
    "AND OR",
    "or and not",
    "http://example.org",
    "10:30",
    "type:",
    "what is valuation?",
    "Art. 8",
    "a - b"
  })
  void mereWordsAreMereWords(String typed) {
    assertThat(search(typed).understood()).isEmpty();
  }

  @Test
  void otherWordingsAreFoundForEachAlternative() {
    QueryExpander french =
        (text, language) ->
            text.equalsIgnoreCase("valuation")
                ? List.of(Wording.same("valeur en douane", "fr"))
                : List.of();
    assertThat(
            Shelf.search(index, french)
                .search(SearchQuery.of("valuation OR seizures", "en").build())
                .hits()
                .stream()
                .map(SearchResult.Hit::id))
        .containsExactlyInAnyOrder(1L, 3L, 4L);
  }

  static Stream<String> longOnes() {
    return Stream.of(
        "a*b*c*d*e*".repeat(1_000),
        "a" + "?".repeat(9_000) + "b",
        "a*" + "?".repeat(9_000) + "b",
        "x*y ".repeat(2_500),
        "title:a*b ".repeat(1_000),
        "a OR ".repeat(2_000),
        "a AND ".repeat(1_600),
        "NOT ".repeat(2_500),
        "Art. 8 ".repeat(1_400),
        "type:" + "x".repeat(9_900),
        "type:\"".repeat(1_600),
        "region:a* OR ".repeat(700),
        "code:* OR -code:? ".repeat(600),
        "(((a|b)+)+)+$".repeat(700),
        "a OR NOT \"b\" AND -c* OR d:e ".repeat(350));
  }

  /** The work of a query is bounded by its clauses, and those by what is typed at most. */
  @ParameterizedTest
  @MethodSource("longOnes")
  void nothingMakesAQueryLarge(String typed) throws IOException {
    QueryExpander talkative =
        (text, language) ->
            IntStream.range(0, 30)
                .mapToObj(i -> Wording.same(text + " number " + i, "fr"))
                .toList();
    Analysis analysis = Analysis.forAsking();
    Asked asked = Asked.of(QueryText.of(typed), "en", analysis, new Expansions(List.of(talkative)));
    QueryBuilding building =
        new QueryBuilding(analysis, Ranking.MEASURED, new WordingQueries(analysis));
    QueryBuilding.Built built = building.build(asked, Lookup.ALL);
    for (Query query : List.of(built.all(), built.any())) {
      Leaves leaves = new Leaves();
      query.visit(leaves);
      assertThat(leaves.count).isLessThanOrEqualTo(QueryBuilding.LARGEST);
      assertThat(leaves.patterns).isLessThanOrEqualTo(120);
    }
    assertThat(Shelf.search(index, talkative).search(SearchQuery.of(typed, "en").build()))
        .isNotNull();
  }

  private static final class Leaves extends QueryVisitor {
    private int count;
    private int patterns;

    @Override
    public void consumeTerms(Query query, Term... terms) {
      count += terms.length;
    }

    @Override
    public void consumeTermsMatching(
        Query query, String field, Supplier<ByteRunAutomaton> automaton) {
      count++;
      patterns++;
    }

    @Override
    public QueryVisitor getSubVisitor(Occur occur, Query parent) {
      return this;
    }
  }

  @Test
  void aPatternNeverBeginsWithASign() {
    assertThat(found("*uation")).isEqualTo(found("uation"));
    assertThat(Set.of(found("?*valuation"))).containsExactly("1");
  }
}
