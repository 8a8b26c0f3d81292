package org.portolan.thesaurus.search;

import org.portolan.thesaurus.Term;

/**
 * How much another wording counts against the preferred term of what was typed. Measured with
 * RelevanceTest.
 *
 * @param word the same word in another language, where only a part of a term was typed
 */
record Weights(float alternative, float acronym, float narrower, float related, float word) {
  static final Weights MEASURED = new Weights(0.8f, 0.6f, 0.4f, 0.2f, 0.5f);

  float of(Term term) {
    return switch (term.kind()) {
      case PREFERRED -> 1;
      case ALTERNATIVE -> alternative;
      case ACRONYM -> acronym;
    };
  }
}
