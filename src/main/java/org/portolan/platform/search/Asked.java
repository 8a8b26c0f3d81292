package org.portolan.platform.search;

import java.util.ArrayList;
import java.util.List;
import org.portolan.platform.search.Expansions.Run;
import org.portolan.platform.search.QueryText.Kind;
import org.portolan.platform.search.QueryText.Part;

/**
 * A query as it was understood: its parts, the language of its words, those words in the forms of
 * the index, and what else they may be called. Made once and asked by all that build on it.
 *
 * @param words those that are looked for one by one; what is quoted, begun or excluded is not among
 *     them
 * @param runs places in the words with their other wordings
 */
record Asked(QueryText text, String language, List<QueryWord> words, List<Run> runs) {

  static Asked of(QueryText text, String language, Analysis analysis, Expansions expansions) {
    List<QueryWord> words = new ArrayList<>();
    for (Part part : text.parts()) {
      if (part.kind() == Kind.WORD && !part.excluded()) {
        Analysis.surfaceWords(part.text()).stream()
            .map(word -> QueryWord.of(word, language, analysis))
            .filter(word -> !word.folded().isEmpty())
            .forEach(words::add);
      }
    }
    return new Asked(text, language, List.copyOf(words), expansions.of(words, language));
  }

  /** Every wording for anything in it. */
  List<Wording> wordings() {
    return runs.stream().flatMap(run -> run.wordings().stream()).distinct().toList();
  }
}
