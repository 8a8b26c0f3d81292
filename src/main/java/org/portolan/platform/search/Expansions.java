package org.portolan.platform.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.platform.search.QueryText.Kind;
import org.portolan.platform.search.QueryText.Part;

/** Other wordings for runs of neighbouring words of a query. */
final class Expansions {
  private static final int LONGEST_RUN = 4;
  private static final int MOST_PER_RUN = 12;
  private static final int MOST = 40;

  private final List<QueryExpander> expanders;

  Expansions(List<QueryExpander> expanders) {
    this.expanders = List.copyOf(expanders);
  }

  /** Wordings that stand for the words from one place to another, both included. */
  record Run(int first, int last, Set<String> wordings) {
    boolean covers(int word) {
      return first <= word && word <= last;
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
        Set<String> wordings = ask(words.subList(first, first + length), language, left);
        if (!wordings.isEmpty()) {
          runs.add(new Run(first, first + length - 1, wordings));
          left -= wordings.size();
        }
      }
    }
    return runs;
  }

  /** Every wording for anything in the query, to mark it where it is shown. */
  Set<String> all(QueryText text, String language, Analysis analysis) {
    List<QueryWord> words =
        text.parts().stream()
            .filter(part -> part.kind() == Kind.WORD && !part.excluded())
            .map(Part::text)
            .flatMap(part -> Analysis.surfaceWords(part).stream())
            .map(word -> QueryWord.of(word, language, analysis))
            .toList();
    return of(words, language).stream()
        .flatMap(run -> run.wordings().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Set<String> ask(List<QueryWord> run, String language, int most) {
    String text = run.stream().map(QueryWord::surface).collect(Collectors.joining(" "));
    return expanders.stream()
        .flatMap(expander -> expander.expansions(text, language).stream())
        .filter(wording -> !wording.isBlank() && !wording.equalsIgnoreCase(text))
        .limit(Math.min(MOST_PER_RUN, most))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
