package org.portolan.thesaurus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.web.TypedLine;

/**
 * A concept as somebody wants it to be.
 *
 * @param broader code of the concept under which it is to stand; empty at the top
 * @param theme empty where none fits
 * @param terms each once in its language; an acronym rather than an alternative
 */
public record ConceptEdit(
    String code, String broader, String theme, List<Term> terms, Set<String> related) {

  public ConceptEdit {
    code = TypedLine.of(code);
    broader = TypedLine.of(broader);
    theme = TypedLine.of(theme);
    Map<String, Term> once = new LinkedHashMap<>();
    for (Term term : terms) {
      String text = TypedLine.of(term.text());
      if (!text.isEmpty()) {
        once.merge(
            term.language() + " " + text,
            new Term(term.language(), term.kind(), text),
            ConceptEdit::moreTelling);
      }
    }
    terms = once.values().stream().sorted(Term.ORDER).toList();
    related = new LinkedHashSet<>(related);
    related.removeIf(String::isBlank);
  }

  private static Term moreTelling(Term one, Term other) {
    if (one.kind() == TermKind.PREFERRED || other.kind() == TermKind.PREFERRED) {
      return one.kind() == TermKind.PREFERRED ? one : other;
    }
    return one.kind() == TermKind.ACRONYM ? one : other;
  }

  /** As a concept is now. */
  public static ConceptEdit of(Concept concept) {
    return new ConceptEdit(
        concept.code(), concept.broader(), concept.theme(), concept.terms(), concept.related());
  }

  /** One term more. */
  ConceptEdit with(Term term) {
    List<Term> more = new ArrayList<>(terms);
    more.add(term);
    return new ConceptEdit(code, broader, theme, more, related);
  }

  /** The terms of one kind in a language, in their order. */
  public List<String> texts(Language language, TermKind kind) {
    return terms.stream()
        .filter(term -> term.kind() == kind && term.language().equals(language.code()))
        .map(Term::text)
        .toList();
  }
}
