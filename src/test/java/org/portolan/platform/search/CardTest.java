package org.portolan.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.portolan.platform.search.SearchResult.Hit;
import org.portolan.platform.search.SearchResult.Piece;

/** What of an item is shown without its text. */
class CardTest {
  private static final SearchDocument ITEM =
      SearchDocument.of("practice", 4_000_000_000L)
          .code("P-7")
          .path("/p/7")
          .text("fr", "Entrepôts sous douane", "En bref", "Le texte.")
          .text("ar", "مستودعات", "", "نص")
          .facet(SearchDocument.REGION, List.of("WCA", "EUR", " "))
          .facet(SearchDocument.THEME, "  ")
          .detail("zone", "Africa/Dakar")
          .date(Instant.parse("1969-07-20T20:17:40Z"))
          .visibleTo(SearchDocument.PUBLIC)
          .build();

  @Test
  void aCardComesBackAsItWasWritten() throws IOException {
    Card card = Card.of(ITEM);

    assertThat(Card.from(card.bytes())).isEqualTo(card);
    assertThat(card.languages()).containsExactly("ar", "fr");
    assertThat(card.texts().get("fr").summary()).isEqualTo("En bref".length());
    assertThat(card.facets())
        .containsEntry(SearchDocument.REGION, Set.of("WCA", "EUR"))
        .doesNotContainKey(SearchDocument.THEME);
    assertThat(card.published()).isNull();
  }

  @Test
  void whatIsCutOffIsNoCard() {
    BytesRef bytes = Card.of(ITEM).bytes();

    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes.bytes, length);

      assertThatThrownBy(() -> Card.from(new BytesRef(cut)))
          .isInstanceOf(CorruptIndexException.class);
    }
  }

  @Test
  void ofALongListOfPartsEachIsWhereItWas() throws IOException {
    SearchDocument file =
        SearchDocument.of("attachment", 1)
            .parts("en", "Manual", List.of("one", "two words", "", "four seals"))
            .visibleTo(SearchDocument.PUBLIC)
            .build();
    try (SearchIndex index = Shelf.indexOf(file, ITEM)) {
      // what has a date comes first
      List<Integer> ofFile = index.read(searcher -> Card.starts(searcher, 1), List::of);
      List<Integer> ofPractice = index.read(searcher -> Card.starts(searcher, 0), List::of);

      assertThat(ofFile).isEqualTo(file.texts().get("en").starts());
      assertThat(ofPractice).isEmpty();
      Hit hit = Shelf.search(index).search(SearchQuery.of("seals", "en").build()).hits().get(0);
      assertThat(hit.part()).isEqualTo(4);
    }
  }

  @Test
  void aHitWhoseTextIsNotWantedHasAllTheRest() {
    try (SearchIndex index = Shelf.indexOf(ITEM)) {
      Search search = Shelf.search(index);
      SearchQuery.Builder query = SearchQuery.of("texte", "fr");
      Hit whole = search.search(query.build()).hits().get(0);
      Hit bare = search.search(query.snippets(false).build()).hits().get(0);

      assertThat(whole.snippet()).contains(new Piece("texte", true));
      assertThat(bare.snippet()).isEmpty();
      assertThat(bare.title()).isEqualTo(whole.title()).isEqualTo("Entrepôts sous douane");
      assertThat(bare.id()).isEqualTo(4_000_000_000L);
      assertThat(bare.details()).isEqualTo(Map.of("zone", "Africa/Dakar"));
      assertThat(bare.date()).isEqualTo(Instant.parse("1969-07-20T20:17:40Z"));
    }
  }
}
