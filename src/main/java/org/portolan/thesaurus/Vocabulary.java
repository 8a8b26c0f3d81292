package org.portolan.thesaurus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The whole thesaurus as it was at one moment. */
public final class Vocabulary {
  private final Map<String, Concept> concepts;

  private Vocabulary(Map<String, Concept> concepts) {
    this.concepts = concepts;
  }

  public Collection<Concept> concepts() {
    return concepts.values();
  }

  public Optional<Concept> find(String code) {
    return Optional.ofNullable(concepts.get(code));
  }

  /** Puts a vocabulary together from rows in any order; each concept comes before its terms. */
  public static final class Builder {
    private final Map<String, Draft> drafts = new LinkedHashMap<>();

    private record Draft(
        String broader,
        String theme,
        List<Term> terms,
        TreeSet<String> narrower,
        TreeSet<String> related) {}

    public Builder concept(String code, String broader, String theme) {
      drafts.put(
          code, new Draft(broader, theme, new ArrayList<>(), new TreeSet<>(), new TreeSet<>()));
      return this;
    }

    public Builder term(String concept, Term term) {
      drafts.get(concept).terms().add(term);
      return this;
    }

    public Builder related(String one, String other) {
      drafts.get(one).related().add(other);
      drafts.get(other).related().add(one);
      return this;
    }

    public Vocabulary build() {
      drafts.forEach(
          (code, draft) -> {
            Draft above = drafts.get(draft.broader());
            if (above != null) {
              above.narrower().add(code);
            }
          });
      Map<String, Concept> concepts = new LinkedHashMap<>();
      drafts.forEach(
          (code, draft) ->
              concepts.put(
                  code,
                  new Concept(
                      code,
                      draft.broader(),
                      draft.theme(),
                      draft.terms(),
                      draft.narrower(),
                      draft.related())));
      return new Vocabulary(concepts);
    }
  }
}
