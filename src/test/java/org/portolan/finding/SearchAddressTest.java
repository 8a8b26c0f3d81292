package org.portolan.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.portolan.platform.i18n.Language;

class SearchAddressTest {
  private final SearchAddress address =
      new SearchAddress("risk & \"value\"", Map.of("region", Set.of("WCA")));

  @Test
  void aFilterMoreKeepsTheWords() {
    assertThat(address.with("theme", "PCA"))
        .isEqualTo("/search?q=risk+%26+%22value%22&region=WCA&theme=PCA");
  }

  @Test
  void aFilterLessBeginsAtTheFirstPage() {
    assertThat(address.without("region", "WCA")).isEqualTo("/search?q=risk+%26+%22value%22");
    assertThat(address.unfiltered()).isEqualTo("/search?q=risk+%26+%22value%22");
  }

  @Test
  void severalValuesOfADimensionStandSideBySide() {
    SearchAddress both =
        new SearchAddress("x", Map.of("region", new TreeSet<>(Set.of("AP", "WCA"))));
    assertThat(both.page(null)).isEqualTo("/search?q=x&region=AP&region=WCA");
    assertThat(both.without("region", "AP")).isEqualTo("/search?q=x&region=WCA");
    assertThat(both.filters().get("region")).containsExactly("AP", "WCA");
    assertThat(address.with("region", "AP"))
        .isEqualTo("/search?q=risk+%26+%22value%22&region=WCA&region=AP");
  }

  @Test
  void sessionsOfACourseAreAskedForWithoutOtherTypesAndCourses() {
    SearchAddress narrowed =
        new SearchAddress(
            "x",
            Map.of("course", Set.of("OTHER"), "type", Set.of("course"), "region", Set.of("AP")));
    SearchAddress sessions =
        SearchAddress.parse(narrowed.sessionsOf("PCA-101").substring("/search?".length()));
    assertThat(sessions.filters())
        .isEqualTo(
            Map.of("region", Set.of("AP"), "type", Set.of("session"), "course", Set.of("PCA-101")));
    assertThat(sessions.words()).isEqualTo("x");
  }

  @Test
  void anotherPageKeepsEverything() {
    assertThat(address.page("a b")).endsWith("&region=WCA&cursor=a+b");
    assertThat(address.page(null)).endsWith("&region=WCA");
  }

  @Test
  void knowsWhatIsChosen() {
    assertThat(address.chosen("region", "WCA")).isTrue();
    assertThat(address.chosen("region", "AP")).isFalse();
    assertThat(address.chosen("theme", "PCA")).isFalse();
  }

  @Test
  void periodAndOrderGoAlong() {
    SearchAddress dated = new SearchAddress("x", Map.of(), "2026", "2027-03", "newest");
    assertThat(dated.page("c")).isEqualTo("/search?q=x&from=2026&to=2027-03&sort=newest&cursor=c");
    assertThat(dated.with("region", "AP"))
        .isEqualTo("/search?q=x&region=AP&from=2026&to=2027-03&sort=newest");
    assertThat(dated.withoutLimit(SearchAddress.FROM))
        .isEqualTo("/search?q=x&to=2027-03&sort=newest");
    assertThat(dated.sorted("relevance")).isEqualTo("/search?q=x&from=2026&to=2027-03");
  }

  @Test
  void whatAnAddressSaysIsReadAsThePageReadsIt() {
    Map<String, List<String>> given =
        Map.of(
            "q", List.of(" a&b ", "c"),
            "region", List.of("AP", " ", "WCA"),
            "from", List.of("2026"),
            "sort", List.of("oldest"),
            "colour", List.of("red"));
    assertThat(SearchAddress.of(given::get).page(null))
        .isEqualTo("/search?q=a%26b&region=AP&region=WCA&from=2026&sort=oldest");
    assertThat(SearchAddress.of(name -> null).page(null)).isEqualTo("/search?q=");
  }

  @Test
  void aFeedHasNoOrderOfItsOwnAndSaysItsLanguage() {
    assertThat(new SearchAddress("x", Map.of(), "2026", "", "oldest").feed("atom", Language.FR))
        .isEqualTo("/search.atom?q=x&from=2026&lang=fr");
  }

  @Test
  void anOrderThatIsNoneIsTheUsualOne() {
    assertThat(new SearchAddress("x", Map.of(), null, null, "sideways").page(null))
        .isEqualTo("/search?q=x");
  }
}
