package org.portolan.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portolan.platform.search.SearchResult.Hit;

/** What belongs together is one hit, and nothing else is lost by it. */
class FoldingTest {
  private static final int COURSES = 12;
  private static final int SESSIONS = 9;
  private static final int ALONE = 15;
  private static SearchIndex index;

  @BeforeAll
  static void fill() {
    index =
        Shelf.indexOf(
            Stream.of(
                    LongStream.rangeClosed(1, COURSES).mapToObj(FoldingTest::course),
                    LongStream.range(0, COURSES * SESSIONS).mapToObj(FoldingTest::session),
                    LongStream.rangeClosed(1, ALONE).mapToObj(FoldingTest::practice))
                .flatMap(each -> each)
                .toArray(SearchDocument[]::new));
  }

  private static SearchDocument course(long id) {
    return SearchDocument.of("course", id)
        .text("en", "Valuation " + id, "", "valuation of goods, and more about it ".repeat(4))
        .leading()
        .facet(SearchDocument.COURSE, "C" + id)
        .visibleTo(SearchDocument.PUBLIC)
        .build();
  }

  private static SearchDocument session(long number) {
    long course = 1 + number / SESSIONS;
    return SearchDocument.of("session", 1_000 + number)
        .text("en", "Valuation " + course, "", number == 4 ? "Port Meridian" : "Almora")
        .under("course", course)
        .facet(SearchDocument.COURSE, "C" + course)
        .date(Instant.EPOCH.plusSeconds(number * 86_400))
        .visibleTo(number == 5 ? "nobody" : SearchDocument.PUBLIC)
        .build();
  }

  private static SearchDocument practice(long id) {
    return SearchDocument.of("practice", id)
        .text("en", "Doubts", "", "about valuation ".repeat((int) (1 + id % 4)))
        .visibleTo(SearchDocument.PUBLIC)
        .build();
  }

  @AfterAll
  static void close() {
    index.close();
  }

  private static SearchQuery.Builder query(String words) {
    return SearchQuery.of(words, "en").facets(SearchDocument.TYPE).folded();
  }

  private static SearchResult search(SearchQuery.Builder query) {
    return Shelf.search(index).search(query.build());
  }

  private static List<Hit> allPages(String words) {
    List<Hit> all = new ArrayList<>();
    String cursor = null;
    do {
      SearchResult page = search(query(words).cursor(cursor).limit(4));
      assertThat(page.hits()).hasSizeLessThanOrEqualTo(4);
      all.addAll(page.hits());
      cursor = page.next();
    } while (cursor != null);
    return all;
  }

  @Test
  void eachCourseIsOneHitOnAllPagesTogether() {
    List<Hit> hits = allPages("valuation");
    assertThat(hits).hasSize(COURSES + ALONE);
    assertThat(hits.stream().map(hit -> hit.kind() + hit.id())).doesNotHaveDuplicates();
    assertThat(hits.stream().filter(hit -> hit.kind().equals("practice"))).hasSize(ALONE);
  }

  @Test
  void hitsKnowForHowManyTheyStandOfThoseThatMayBeSeen() {
    int seen = COURSES * (1 + SESSIONS) + ALONE - 1;
    assertThat(search(query("valuation")).total()).isEqualTo(seen);
    List<Hit> hits = allPages("valuation");
    assertThat(hits.stream().mapToInt(hit -> 1 + hit.others()).sum()).isEqualTo(seen);
  }

  @Test
  void theCourseIsShownUnlessASessionAnswersClearlyBetter() {
    assertThat(search(query("valuation of goods")).hits().get(0).kind()).isEqualTo("course");
    Hit there = search(query("valuation \"Port Meridian\"")).hits().get(0);
    assertThat(there.kind() + there.id()).isEqualTo("session1004");
  }

  @Test
  void theCourseIsNoneOfTheSessionsThatAreMoreThanTheShownOne() {
    Hit there = search(query("valuation OR \"Port Meridian\"")).hits().get(0);
    assertThat(there.kind() + there.id()).isEqualTo("session1004");
    // the fifth may not be seen
    assertThat(there.others()).isEqualTo(SESSIONS - 2);
  }

  @Test
  void countsOfFacetsAreOfAllThatWasFound() {
    assertThat(search(query("valuation")).facets().get(SearchDocument.TYPE))
        .extracting(SearchResult.FacetCount::count)
        .containsExactly(COURSES * SESSIONS - 1L, (long) ALONE, (long) COURSES);
  }

  @Test
  void whoAsksForACourseHasEachOfItsSessionsThatMayBeSeen() {
    SearchQuery.Builder one = query("valuation").filter(SearchDocument.COURSE, "C1").limit(50);
    assertThat(search(one).hits())
        .hasSize(1 + SESSIONS - 1)
        .allMatch(hit -> hit.others() == 0)
        .allMatch(hit -> hit.title().equals("Valuation 1"));
    assertThat(search(one.filter(SearchDocument.TYPE, "session")).total()).isEqualTo(SESSIONS - 1);
    assertThat(search(query("valuation").filter(SearchDocument.COURSE, "C0")).total()).isZero();
  }

  @Test
  void whoAsksForSessionsOrForTheNewestHasEachOfThem() {
    assertThat(search(query("valuation").filter(SearchDocument.TYPE, "session").limit(100)).hits())
        .hasSize(100)
        .allMatch(hit -> hit.others() == 0);
    assertThat(search(query("valuation").sort(SearchQuery.Sort.NEWEST).limit(20)).hits())
        .allMatch(hit -> hit.kind().equals("session") && hit.others() == 0);
  }
}
