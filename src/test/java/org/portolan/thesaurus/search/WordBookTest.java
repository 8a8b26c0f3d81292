package org.portolan.thesaurus.search;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.search.Wording;
import org.portolan.platform.storage.ContentLibrary;

/** Everyday words in the other languages. */
class WordBookTest {
  private static final ContentLibrary CONTENT = new ContentLibrary();
  private static final WordBook BOOK = WordBook.of(CONTENT, Weights.MEASURED);

  private static List<String> in(String other, String text, String language) {
    return BOOK.of(text, language).stream()
        .filter(wording -> wording.language().equals(other))
        .map(Wording::text)
        .toList();
  }

  @Test
  void aWordIsKnownInAllLanguages() {
    assertThat(BOOK.of("lorries", "en"))
        .extracting(Wording::language)
        .contains("en", "fr", "es", "pt", "ru", "ar");
    assertThat(in("fr", "lorries", "en")).contains("camion");
    assertThat(in("en", "camiones", "es")).contains("truck");
  }

  @Test
  void itIsReadInItsLanguageAlone() {
    assertThat(BOOK.of("грузовик", "fr")).isEmpty();
    assertThat(BOOK.of("zzyzx", "en")).isEmpty();
  }

  @Test
  void wordsOfSeveralMeaningsCountForLess() {
    for (Wording wording : BOOK.of("plant", "en")) {
      assertThat(wording.weight()).isBetween(0.05f, 1f);
    }
    assertThat(BOOK.of("lorries", "en")).extracting(Wording::weight).contains(1f);
  }

  @Test
  void eachRowHasEachLanguageAndWaysThatDiffer() {
    List<NamedCsvRecord> rows = CONTENT.rows("reference/words.csv");
    assertThat(rows).hasSizeGreaterThan(4_000);
    for (NamedCsvRecord row : rows) {
      for (Language language : Language.values()) {
        List<String> ways = List.of(row.getField(language.code()).split("\\|", -1));
        assertThat(ways).as(row.toString()).doesNotHaveDuplicates().hasSizeBetween(1, 6);
        assertThat(ways)
            .as(row.toString())
            .allMatch(way -> !way.isBlank() && way.strip().equals(way));
      }
    }
  }

  @Test
  void noWordIsAskedForTwice() {
    Stream.of("weight", "truck", "repair", "queue", "broken")
        .forEach(
            word ->
                assertThat(BOOK.of(word, "en"))
                    .extracting(wording -> wording.language() + wording.text().toLowerCase())
                    .doesNotHaveDuplicates());
  }

  @Test
  void aWordThatIsNoTermIsToldByOneThatIs() {
    assertThat(Expanders.released().expansions("kickback", "en"))
        .extracting(Wording::concept)
        .contains("integrity");
  }
}
