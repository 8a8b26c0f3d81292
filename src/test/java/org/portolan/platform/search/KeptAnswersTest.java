package org.portolan.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeptAnswersTest {
  private final SearchIndex index =
      Shelf.indexOf(
          Shelf.practice(1, "en", "Scanners at the port", "Images of containers"),
          Shelf.practice(2, "fr", "Dédouanement rapide", "Moins de papier"),
          SearchDocument.of("practice", 3)
              .code("P-3")
              .path("/knowledge/practices/p-3")
              .text("en", "Scanners at the airport", "", "Images of bags")
              .visibleTo("member:XA")
              .build());

  private final List<Wording> known = new ArrayList<>();
  private final Search search = Shelf.search(index, (text, language) -> List.copyOf(known));

  @AfterEach
  void close() {
    index.close();
  }

  private SearchResult ask(Set<String> visibility) {
    return search.search(SearchQuery.of("scanners", "en").visibleTo(visibility).build());
  }

  private static List<Long> found(SearchResult result) {
    return result.hits().stream().map(SearchResult.Hit::id).toList();
  }

  @Test
  void whoAsksTheSameIsAnsweredTheSame() {
    assertThat(ask(Set.of())).isSameAs(ask(Set.of()));
  }

  @Test
  void whoMaySeeMoreIsNotAnsweredAsOthersAre() {
    assertThat(found(ask(Set.of()))).containsExactly(1L);
    assertThat(found(ask(Set.of("member:XA")))).containsExactlyInAnyOrder(1L, 3L);
    assertThat(found(ask(Set.of("member:XB")))).containsExactly(1L);
  }

  @Test
  void aChangeIsInTheNextAnswer() {
    assertThat(found(ask(Set.of()))).containsExactly(1L);
    index.serving().apply(List.of(Shelf.practice(4, "en", "Scanners by rail", "")), List.of(), 1);
    assertThat(found(ask(Set.of()))).containsExactlyInAnyOrder(1L, 4L);
    index.serving().apply(List.of(), List.of(new ItemKey("practice", 1)), 2);
    assertThat(found(ask(Set.of()))).containsExactly(4L);
  }

  @Test
  void whatTheThesaurusLearnsIsInTheNextAnswer() {
    assertThat(found(ask(Set.of()))).containsExactly(1L);
    known.add(Wording.same("dédouanement", "fr"));
    assertThat(found(ask(Set.of()))).containsExactlyInAnyOrder(1L, 2L);
  }

  private List<String> offered(Set<String> visibility) {
    return new Suggestions(index)
        .suggest("scan", "en", visibility).stream().map(Suggestion::title).toList();
  }

  @Test
  void whatIsOfferedToSomebodyIsNotOfferedToOthers() {
    assertThat(offered(Set.of("member:XA"))).hasSize(2);
    assertThat(offered(Set.of())).containsExactly("Scanners at the port");
    assertThat(offered(Set.of("member:XA"))).hasSize(2);
  }

  @Test
  void aChangeIsInWhatIsOfferedNext() {
    assertThat(offered(Set.of())).containsExactly("Scanners at the port");
    index.serving().apply(List.of(Shelf.practice(4, "en", "Scanners by rail", "")), List.of(), 1);
    assertThat(offered(Set.of())).containsExactly("Scanners by rail", "Scanners at the port");
  }

  @Test
  void eachPageIsItsOwnAnswer() {
    SearchQuery.Builder query =
        SearchQuery.of("scanners", "en").visibleTo(Set.of("member:XA")).limit(1);
    SearchResult first = search.search(query.build());
    SearchResult second = search.search(query.cursor(first.next()).build());
    assertThat(found(first)).isNotEqualTo(found(second));
  }
}
