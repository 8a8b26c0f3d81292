package org.portolan.thesaurus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.portolan.platform.search.WordForms;

/** Terms that go on as somebody has begun to type, whatever they name. */
@ApplicationScoped
public class TermBeginnings {
  /** A letter or two begin hundreds of terms; the first of them will do. */
  private static final int LOOKED_AT = 400;

  private Supplier<Vocabulary> thesaurus;
  private volatile Index index;

  @Inject
  TermBeginnings(KeptThesaurus thesaurus) {
    this(thesaurus::get);
  }

  TermBeginnings(Supplier<Vocabulary> thesaurus) {
    this.thesaurus = thesaurus;
  }

  /** The container makes its client proxies by this one; such an object is never asked anything. */
  protected TermBeginnings() {}

  /** A term and the concept that it names. */
  public record Begun(String concept, Term term) {}

  private record Index(Vocabulary vocabulary, NavigableMap<String, List<Begun>> byForm) {}

  /**
   * One term of a concept, the shortest first: in the reader's language, and only where none is so
   * begun in any other.
   */
  public List<Begun> begun(String typed, String language, int most) {
    String start = WordForms.folded(typed);
    if (start.isEmpty()) {
      return List.of();
    }
    List<Begun> all =
        index().byForm().subMap(start, true, start + Character.MAX_VALUE, true).values().stream()
            .flatMap(List::stream)
            .limit(LOOKED_AT)
            .toList();
    List<Begun> own = all.stream().filter(each -> its(each.term(), language)).toList();
    Map<String, Begun> byConcept = new LinkedHashMap<>();
    (own.isEmpty() ? all : own)
        .stream()
            .sorted(
                Comparator.comparingInt((Begun each) -> each.term().text().length())
                    .thenComparing(each -> each.term().text()))
            .forEach(each -> byConcept.putIfAbsent(each.concept(), each));
    return byConcept.values().stream().limit(most).toList();
  }

  private static boolean its(Term term, String language) {
    return term.language().equals(language);
  }

  /** Made anew when the thesaurus is another than at the last question. */
  private Index index() {
    Vocabulary now = thesaurus.get();
    Index known = index;
    if (known == null || known.vocabulary() != now) {
      known = new Index(now, byForm(now));
      index = known;
    }
    return known;
  }

  private static NavigableMap<String, List<Begun>> byForm(Vocabulary vocabulary) {
    NavigableMap<String, List<Begun>> byForm = new TreeMap<>();
    for (Concept concept : vocabulary.concepts()) {
      for (Term term : concept.terms()) {
        byForm
            .computeIfAbsent(WordForms.folded(term.text()), form -> new ArrayList<>(1))
            .add(new Begun(concept.code(), term));
      }
    }
    return byForm;
  }
}
