package org.portolan.platform.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Other wordings for runs of neighbouring words of a query. Where a run has some, the words in it
 * are not asked for alone: who types "free zone" does not mean zones.
 */
final class Expansions {
  private static final int LONGEST_RUN = 4;
  private static final int MOST_PER_RUN = 48;
  private static final int MOST = 240;
  private static final int MOST_SUPPOSITIONS = 2;

  private final List<QueryExpander> expanders;

  Expansions(List<QueryExpander> expanders) {
    this.expanders = List.copyOf(expanders);
  }

  /** Wordings that stand for the words from one place to another, both included. */
  record Run(int first, int last, String text, List<Wording> wordings) {
    boolean covers(int word) {
      return first <= word && word <= last;
    }

    private boolean holds(Run other) {
      return first <= other.first && other.last <= last;
    }

    int length() {
      return last - first + 1;
    }
  }

  List<Run> of(List<QueryWord> words, String language) {
    List<Run> runs = new ArrayList<>();
    if (expanders.isEmpty()) {
      return runs;
    }
    int left = MOST;
    for (int length = Math.min(LONGEST_RUN, words.size()); length > 0; length--) {
      for (int first = 0; first + length <= words.size() && left > 0; first++) {
        Run place = new Run(first, first + length - 1, "", List.of());
        List<QueryWord> run = words.subList(first, first + length);
        if (whole(run) && runs.stream().noneMatch(longer -> longer.holds(place))) {
          String text = text(run);
          List<Wording> wordings = ask(text, language, left);
          if (!wordings.isEmpty()) {
            runs.add(new Run(first, first + length - 1, text, wordings));
            left -= wordings.size();
          }
        }
      }
    }
    return runs;
  }

  /** A term neither begins nor ends with a small word: "in the" free zone. */
  private static boolean whole(List<QueryWord> run) {
    return tells(run.get(0)) && tells(run.get(run.size() - 1));
  }

  private static boolean tells(QueryWord word) {
    return !word.small() || word.acronym();
  }

  private static String text(List<QueryWord> run) {
    return run.stream().map(QueryWord::surface).collect(Collectors.joining(" "));
  }

  /** What words are about together, whichever of them tell it. */
  List<Supposition> suppositions(List<QueryWord> words, String language) {
    List<String> telling = telling(words);
    return telling.isEmpty()
        ? List.of()
        : expanders.stream()
            .flatMap(expander -> expander.suppositions(telling, language).stream())
            .sorted(Comparator.comparing(Supposition::likelihood).reversed())
            .limit(MOST_SUPPOSITIONS)
            .toList();
  }

  /** What the words of a question are about. */
  Subject subjectOf(List<QueryWord> words, String language) {
    return subject(telling(words), language);
  }

  /** Told by whoever is surest of it. */
  Subject subject(List<String> words, String language) {
    return expanders.stream()
        .map(expander -> expander.subject(words, language))
        .max(Comparator.comparing(Subject::confidence))
        .orElse(Subject.NONE);
  }

  private static List<String> telling(List<QueryWord> words) {
    return words.stream()
        .filter(word -> !word.small() && word.part().either() == 0)
        .map(QueryWord::surface)
        .toList();
  }

  private List<Wording> ask(String text, String language, int most) {
    return expanders.stream()
        .flatMap(expander -> expander.expansions(text, language).stream())
        .filter(wording -> !wording.text().isBlank())
        .filter(
            wording ->
                !wording.text().equalsIgnoreCase(text) || !wording.language().equals(language))
        .distinct()
        // the languages in turn lose their least telling ones
        .sorted(Comparator.comparing(Wording::weight).reversed())
        .limit(Math.min(MOST_PER_RUN, most))
        .toList();
  }
}
