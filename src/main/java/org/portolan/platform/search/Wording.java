package org.portolan.platform.search;

import java.util.Objects;

/**
 * Another way to say something, which is looked for in the texts of its language.
 *
 * @param text one or more words
 * @param language two letters, of this wording
 * @param concept code of what is meant; empty where there is none
 * @param relation of what is meant to what was typed
 * @param weight above 0 and at most 1, which another word for the same thing has
 */
public record Wording(
    String text, String language, String concept, Relation relation, float weight) {

  /** How far what is meant is from what was typed; supposed is what a whole question is about. */
  public enum Relation {
    SAME,
    NARROWER,
    BROADER,
    RELATED,
    SUPPOSED
  }

  public Wording {
    Objects.requireNonNull(text, "text");
    language = IndexFields.language(language);
    concept = Objects.requireNonNullElse(concept, "");
    Objects.requireNonNull(relation, "relation");
    if (!(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException("weight of " + text + ": " + weight);
    }
  }

  /** Another word for the same thing. */
  public static Wording same(String text, String language) {
    return new Wording(text, language, "", Relation.SAME, 1);
  }
}
