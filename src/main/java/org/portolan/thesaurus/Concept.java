package org.portolan.thesaurus;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that Customs people talk about, whatever they call it.
 *
 * @param broader code of the concept under which it stands; empty at the top
 * @param theme code of the theme by which items about it are sorted; may be empty
 * @param terms in all languages, in their order
 * @param narrower codes of the concepts under it
 * @param related codes of concepts beside it
 */
public record Concept(
    String code,
    String broader,
    String theme,
    List<Term> terms,
    Set<String> narrower,
    Set<String> related) {

  public Concept {
    terms = terms.stream().sorted(Term.ORDER).toList();
  }

  /** What it is called in a language; empty where nobody has given it a term. */
  public Optional<Term> preferred(String language) {
    return terms.stream()
        .filter(term -> term.kind() == TermKind.PREFERRED && term.language().equals(language))
        .findFirst();
  }
}
