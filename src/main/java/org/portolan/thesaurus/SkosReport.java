package org.portolan.thesaurus;

import java.util.List;
import java.util.Map;

/**
 * What comes, or came, of a file with a thesaurus.
 *
 * @param written whether it was; never where there are problems
 * @param added codes of concepts that were not here
 * @param changed codes of concepts that were otherwise here
 * @param problems the first of them
 * @param leftOut what ours does not have, and how often: labels in other languages, further broader
 *     concepts, relations to what is nowhere
 */
public record SkosReport(
    boolean written,
    List<String> added,
    List<String> changed,
    int same,
    List<Problem> problems,
    int problemCount,
    Map<String, Integer> leftOut) {

  /** What is wrong with a field of a concept. */
  public record Problem(String code, String field, String what) {}
}
