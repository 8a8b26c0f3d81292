package org.portolan.thesaurus;

import java.util.Locale;

/** What a term is to its concept, the most telling first. */
public enum TermKind {
  /** The one term by which the concept goes in a language. */
  PREFERRED,
  ALTERNATIVE,
  ACRONYM;

  /** As it stands in tables, files and keys of texts. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static TermKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
