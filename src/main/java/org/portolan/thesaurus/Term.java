package org.portolan.thesaurus;

import java.util.Comparator;

/** What a concept is called in a language, given by its two letters. */
public record Term(String language, TermKind kind, String text) {
  /** By kind, then by language and text. */
  public static final Comparator<Term> ORDER =
      Comparator.comparing(Term::kind).thenComparing(Term::language).thenComparing(Term::text);
}
