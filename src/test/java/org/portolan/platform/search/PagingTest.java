package org.portolan.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages join: every hit is on one of them, once, in every order, however deep. */
class PagingTest {
  private static final int ITEMS = 137;
  private static SearchIndex index;

  @BeforeAll
  static void fill() {
    index =
        Shelf.indexOf(
            LongStream.rangeClosed(1, ITEMS)
                .mapToObj(PagingTest::item)
                .toArray(SearchDocument[]::new));
  }

  /** Many have the same score and the same day, some have none. */
  private static SearchDocument item(long id) {
    SearchDocument.Builder item =
        SearchDocument.of("practice", id)
            .text("en", "Valuation", "", "valuation ".repeat((int) (id % 3)))
            .facet(SearchDocument.REGION, "R" + id % 4)
            .visibleTo(SearchDocument.PUBLIC);
    if (id % 5 > 0) {
      item.date(Instant.EPOCH.plusSeconds(id % 7 * 86_400));
      item.published(Instant.EPOCH.plusSeconds(id % 6 * 86_400));
    }
    return item.build();
  }

  @AfterAll
  static void close() {
    index.close();
  }

  private static SearchResult page(
      String words, SearchQuery.Sort sort, String cursor, String... facets) {
    return Shelf.search(index)
        .search(
            SearchQuery.of(words, "en").sort(sort).cursor(cursor).limit(10).facets(facets).build());
  }

  @ParameterizedTest
  @EnumSource(SearchQuery.Sort.class)
  void pagesJoin(SearchQuery.Sort sort) {
    for (String words : List.of("", "valuation")) {
      for (String[] facets : new String[][] {{}, {SearchDocument.REGION}}) {
        List<Long> seen = new ArrayList<>();
        String cursor = null;
        do {
          SearchResult page = page(words, sort, cursor, facets);
          page.hits().forEach(hit -> seen.add(hit.id()));
          assertThat(page.total()).isEqualTo(ITEMS);
          cursor = page.next();
        } while (cursor != null && seen.size() <= ITEMS);
        assertThat(seen).hasSize(ITEMS).doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void oldestFirstIsNewestFirstTheOtherWayButForWhatHasNoDate() {
    assertThat(page("", SearchQuery.Sort.NEWEST, null).hits().get(0).date())
        .isEqualTo(Instant.EPOCH.plusSeconds(6 * 86_400));
    assertThat(page("", SearchQuery.Sort.OLDEST, null).hits().get(0).date())
        .isEqualTo(Instant.EPOCH);
  }

  @Test
  void whatWasPublishedLastComesFirstAndWithinItsTimeOnly() {
    Instant third = Instant.EPOCH.plusSeconds(3 * 86_400);
    List<SearchResult.Hit> all =
        Shelf.search(index)
            .search(
                SearchQuery.of("", "en")
                    .published(Instant.EPOCH, third)
                    .sort(SearchQuery.Sort.LATEST)
                    .limit(100)
                    .build())
            .hits();
    assertThat(all)
        .extracting(SearchResult.Hit::published)
        .isSortedAccordingTo(Comparator.reverseOrder())
        .contains(Instant.EPOCH, third.minusSeconds(86_400))
        .allMatch(moment -> moment.isBefore(third));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "zz",
        "sdro",
        "sdro..",
        "s.1.1.1",
        "sdro.!.1.1",
        "-1",
        "sdro.99999999999999999999.1.1",
        "\ud800",
        "sdro.1.1.1.1",
        "null"
      })
  void whatIsNoPlaceIsTheFirstPage(String cursor) {
    assertThat(page("valuation", SearchQuery.Sort.RELEVANCE, cursor).hits())
        .isEqualTo(page("valuation", SearchQuery.Sort.RELEVANCE, null).hits());
  }

  @Test
  void aPlaceInAnotherOrderIsTheFirstPage() {
    String newest = page("valuation", SearchQuery.Sort.NEWEST, null).next();
    assertThat(page("valuation", SearchQuery.Sort.OLDEST, newest).hits())
        .isEqualTo(page("valuation", SearchQuery.Sort.OLDEST, null).hits());
    assertThat(newest.length()).isLessThan(80);
    assertThat(page("valuation", SearchQuery.Sort.NEWEST, newest + "0".repeat(10_000)).hits())
        .isEqualTo(page("valuation", SearchQuery.Sort.NEWEST, null).hits());
  }

  @Test
  void scoresThatAreNoneAreTheFirstPage() {
    String next = page("valuation", SearchQuery.Sort.RELEVANCE, null).next();
    String[] parts = next.split("\\.");
    for (float score : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
      String other =
          String.join(
              ".",
              Stream.of(
                      parts[0],
                      Integer.toString(Float.floatToIntBits(score), 36),
                      parts[2],
                      parts[3])
                  .toList());
      assertThat(page("valuation", SearchQuery.Sort.RELEVANCE, other).hits())
          .isEqualTo(page("valuation", SearchQuery.Sort.RELEVANCE, null).hits());
    }
  }

  @Test
  void aFilterChangesOnlyTheCountsOfOtherDimensions() {
    SearchQuery filtered =
        SearchQuery.of("valuation", "en")
            .filter(SearchDocument.REGION, "R1")
            .filter(SearchDocument.REGION, "R2")
            .facets(SearchDocument.REGION, SearchDocument.TYPE)
            .build();
    SearchResult result = Shelf.search(index).search(filtered);
    assertThat(result.facets().get(SearchDocument.REGION)).hasSize(4);
    assertThat(result.facets().get(SearchDocument.REGION))
        .filteredOn(value -> List.of("R1", "R2").contains(value.value()))
        .extracting(SearchResult.FacetCount::count)
        .satisfies(
            counts ->
                assertThat(counts.stream().mapToLong(c -> c).sum()).isEqualTo(result.total()));
    assertThat(result.facets().get(SearchDocument.TYPE))
        .containsExactly(new SearchResult.FacetCount("practice", result.total()));
    assertThat(result.facets()).hasSize(2);
  }

  @Test
  void aDimensionThatNoItemHasHasNoValues() {
    assertThat(page("", SearchQuery.Sort.RELEVANCE, null, SearchDocument.MEMBER).facets())
        .containsExactly(Map.entry(SearchDocument.MEMBER, List.<SearchResult.FacetCount>of()));
    assertThat(
            Shelf.search(index)
                .search(SearchQuery.of("", "en").filter(SearchDocument.MEMBER, "x").build())
                .total())
        .isZero();
  }

  @Test
  void aPeriodHoldsForHitsAndCounts() {
    Instant second = Instant.EPOCH.plusSeconds(86_400);
    SearchResult result =
        Shelf.search(index)
            .search(
                SearchQuery.of("valuation", "en")
                    .dated(second, second.plusSeconds(86_400))
                    .facets(SearchDocument.TYPE)
                    .limit(50)
                    .build());
    assertThat(result.hits()).isNotEmpty().allMatch(hit -> second.equals(hit.date()));
    assertThat(result.hits())
        .hasSize(
            (int) LongStream.rangeClosed(1, ITEMS).filter(i -> i % 7 == 1 && i % 5 > 0).count());
    assertThat(result.facets().get(SearchDocument.TYPE))
        .containsExactly(new SearchResult.FacetCount("practice", result.total()));
  }
}
