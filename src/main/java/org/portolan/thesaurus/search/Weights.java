package org.portolan.thesaurus.search;

import org.portolan.thesaurus.Term;
import org.portolan.thesaurus.TermKind;

/**
 * How much another wording counts against the preferred term of what was typed. Measured with
 * RelevanceTest.
 *
 * @param word the same word in another language, where only a part of a term was typed
 * @param unusual what a meaning of an everyday word has against one that it usually has
 * @param loose what a concept keeps that was named by an alternative term alone, or by a term of
 *     another language, where the words have an everyday meaning as well: alternatives are often
 *     broader than their concept, and coima is a fine in one language and a bribe in the next
 * @param told what a concept keeps of which a term is another everyday word for what was typed
 */
record Weights(
    float alternative,
    float narrower,
    float related,
    float word,
    float unusual,
    float loose,
    float told) {
  static final Weights MEASURED = new Weights(0.8f, 0.4f, 0.2f, 0.5f, 0.6f, 0.7f, 0.4f);

  float of(Term term) {
    return term.kind() == TermKind.PREFERRED ? 1 : alternative;
  }
}
