package org.portolan.platform.search;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.portolan.thesaurus.ReleasedThesaurus;
import org.portolan.thesaurus.Term;

/**
 * Invented reports that nobody looks for: about canteens and car fleets of Customs offices, in the
 * words that practices use too. They speak of matters of the trade in single words throughout; each
 * tenth names one outright, in passing, by a term of the thesaurus.
 */
final class Distractors {
  private static final List<String> PLACES =
      List.of("Almora", "Besk", "Corran", "Dunhavn", "Ekwari", "Farola", "Ghazal", "Hindra");

  private static final int NAMING = 10;
  private static final int SHORTEST_WORD = 4;

  private final Map<String, Map<String, List<String>>> words = new LinkedHashMap<>();
  private final Map<String, List<String>> terms = new LinkedHashMap<>();
  private final Map<String, List<String>> single = new LinkedHashMap<>();
  private final Random random;

  Distractors(long seed) {
    random = new Random(seed);
    for (NamedCsvRecord row : JudgedSearches.rows("distractors.csv")) {
      words
          .computeIfAbsent(row.getField("language"), l -> new LinkedHashMap<>())
          .computeIfAbsent(row.getField("kind"), k -> new ArrayList<>())
          .add(row.getField("text"));
    }
    ReleasedThesaurus.read().concepts().stream()
        .flatMap(concept -> concept.terms().stream())
        .forEach(this::learn);
  }

  private void learn(Term term) {
    terms.computeIfAbsent(term.language(), l -> new ArrayList<>()).add(term.text());
    Analysis.surfaceWords(term.text()).stream()
        .filter(word -> word.length() >= SHORTEST_WORD)
        .forEach(word -> single.computeIfAbsent(term.language(), l -> new ArrayList<>()).add(word));
  }

  /** So many, with ids from the one given on. */
  Stream<SearchDocument> make(int count, long firstId) {
    List<String> languages = List.copyOf(words.keySet());
    return Stream.iterate(0, i -> i < count, i -> i + 1)
        .map(i -> make(firstId + i, languages.get(i % languages.size())));
  }

  private SearchDocument make(long id, String language) {
    Map<String, List<String>> own = words.get(language);
    List<String> matters = (random.nextInt(NAMING) == 0 ? terms : single).get(language);
    String subject = any(own.get("subject"));
    String place = any(PLACES);
    StringBuilder body = new StringBuilder();
    int sentences = 6 + random.nextInt(12);
    for (int i = 0; i < sentences; i++) {
      body.append(filled(any(own.get("sentence")), matters, subject, place)).append(' ');
    }
    return SearchDocument.of("practice", id)
        .text(
            language,
            filled(any(own.get("title")), matters, subject, place),
            filled(any(own.get("sentence")), matters, subject, place),
            body.toString())
        .visibleTo(Set.of(SearchDocument.PUBLIC))
        .build();
  }

  private String filled(String text, List<String> matters, String subject, String place) {
    return text.replace("{s}", subject)
        .replace("{p}", place)
        .replace("{n}", String.valueOf(2 + random.nextInt(60)))
        .replace("{t}", any(matters));
  }

  private String any(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
