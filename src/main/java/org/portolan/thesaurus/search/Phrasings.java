package org.portolan.thesaurus.search;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.portolan.platform.search.WordForms;
import org.portolan.platform.storage.ContentLibrary;

/**
 * How people ask about concepts in words of their own, and complain of or describe them: a lorry
 * that waits for hours, for the time release study. Nobody sees these phrasings; they tell by which
 * words a concept is recognised. They come with a release and are no part of the thesaurus, so
 * editors teach the search by terms.
 */
final class Phrasings {
  private static final String FILE = "reference/phrasings.csv";

  /** By language and word, how many phrasings of each concept have it. */
  private final Map<String, Map<String, Map<String, Integer>>> words = new HashMap<>();

  static Phrasings of(ContentLibrary content) {
    Phrasings phrasings = new Phrasings();
    content.rows(FILE).forEach(phrasings::add);
    // nearly all words stand in a few concepts
    phrasings
        .words
        .values()
        .forEach(own -> own.replaceAll((form, concepts) -> Map.copyOf(concepts)));
    return phrasings;
  }

  private void add(NamedCsvRecord row) {
    String concept = row.getField("concept");
    Map<String, Map<String, Integer>> own =
        words.computeIfAbsent(row.getField("language"), l -> new HashMap<>());
    for (String phrasing : row.getField("phrasings").split("\\|")) {
      forms(row.getField("language"), phrasing)
          .forEach(
              form ->
                  own.computeIfAbsent(form, f -> new HashMap<>(2)).merge(concept, 1, Integer::sum));
    }
  }

  /** The words of a text, each once, as the index writes them; none for small words. */
  static Set<String> forms(String language, String text) {
    String forms = WordForms.in(language, text);
    return forms.isEmpty() ? Set.of() : new LinkedHashSet<>(Arrays.asList(forms.split(" ")));
  }

  /** Codes of the concepts among whose phrasings a word stands, with in how many. */
  Map<String, Integer> having(String language, String form) {
    return words.getOrDefault(language, Map.of()).getOrDefault(form, Map.of());
  }
}
