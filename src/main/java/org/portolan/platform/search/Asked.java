package org.portolan.platform.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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
 * @param suppositions what all the words may be about
 * @param subject the same, to be compared with titles
 */
record Asked(
    QueryText text,
    String language,
    List<QueryWord> words,
    List<Run> runs,
    List<Supposition> suppositions,
    Subject subject) {
  /** Other wordings of everything together; each is looked for in two fields. */
  private static final int MOST_WORDINGS = 240;

  /** Places in legal texts; each has many names. */
  private static final int MOST_REFERENCES = 5;

  static Asked of(QueryText text, String language, Analysis analysis, Expansions expansions) {
    List<QueryWord> words = new ArrayList<>();
    int references = 0;
    for (Part part : text.parts()) {
      if (part.kind() == Kind.REFERENCE && ++references > MOST_REFERENCES) {
        continue;
      }
      if (part.words()) {
        words.addAll(words(part, language, analysis));
      }
    }
    return new Asked(
        text,
        language,
        List.copyOf(words),
        List.copyOf(runs(words, language, expansions)),
        expansions.suppositions(words, language),
        expansions.subjectOf(words, language));
  }

  private static List<QueryWord> words(Part part, String language, Analysis analysis) {
    if (part.kind() == Kind.REFERENCE) {
      return List.of(QueryWord.reference(part));
    }
    return Analysis.surfaceWords(part.text()).stream()
        .map(word -> QueryWord.of(word, language, analysis, part))
        .filter(word -> !word.folded().isEmpty())
        .toList();
  }

  /** The same without other wordings. */
  Asked asTyped() {
    return new Asked(text, language, words, List.of(), List.of(), Subject.NONE);
  }

  /** A run does not reach from one alternative to the next: they do not stand side by side. */
  private static List<Run> runs(List<QueryWord> words, String language, Expansions expansions) {
    List<Run> runs = new ArrayList<>();
    int wordings = 0;
    int first = 0;
    for (int i = 1; i <= words.size(); i++) {
      if (i == words.size() || apart(words.get(i - 1), words.get(i))) {
        for (Run run : expansions.of(words.subList(first, i), language)) {
          wordings += run.wordings().size();
          if (wordings <= MOST_WORDINGS) {
            runs.add(new Run(first + run.first(), first + run.last(), run.text(), run.wordings()));
          }
        }
        first = i;
      }
    }
    return runs;
  }

  private static boolean apart(QueryWord one, QueryWord next) {
    return one.part() != next.part() && (one.part().either() > 0 || next.part().either() > 0);
  }

  /** Whether a part is more than a small word, or there is nothing else. */
  boolean tells(Part part) {
    return !part.words()
        || words.stream().allMatch(QueryWord::small)
        || words.stream().anyMatch(word -> word.part() == part && !word.small());
  }

  /** Whether there is nothing but words, all of which are wished for alike. */
  boolean plain() {
    return text.parts().stream()
        .allMatch(part -> part.words() && part.either() == 0 && !part.must());
  }

  /** Every wording for anything in it. */
  List<Wording> wordings() {
    return Stream.concat(runs.stream().flatMap(run -> run.wordings().stream()), supposed().stream())
        .distinct()
        .toList();
  }

  /** Every wording for what all of it may be about, those of its own language first. */
  List<Wording> supposed() {
    return suppositions.stream()
        .flatMap(supposition -> supposition.wordings().stream())
        .distinct()
        .sorted(Comparator.comparing(wording -> !wording.language().equals(language)))
        .toList();
  }
}
