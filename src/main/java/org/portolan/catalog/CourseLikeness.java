package org.portolan.catalog;

import java.util.Map;
import java.util.Set;
import org.portolan.platform.likeness.WordSet;

/**
 * How much two courses are alike, so that a centre hears of what another offers already. Title and
 * text are compared in the languages that both have; themes, competencies, level and edition in
 * any.
 *
 * @param title from 0 to 1, of the language in which the titles are most alike
 * @param text likewise
 * @param subject how far themes, competencies and level are the same
 * @param together whether both have a text in one language
 */
record CourseLikeness(double title, double text, double subject, boolean together) {
  /** Measured on the courses of the demo world: none of them is said to be another. */
  static final double NEAR = 0.5;

  static final double SAME_SUBJECT = 0.9;

  private static final double TITLE = 0.45;
  private static final double TEXT = 0.3;
  private static final double SUBJECT = 0.25;
  private static final double THEMES = 0.4;
  private static final double COMPETENCIES = 0.4;
  private static final double LEVEL = 0.2;

  /** Courses on two editions of one instrument are two courses. */
  private static final double OTHER_EDITION = 0.5;

  static CourseLikeness of(CourseSketch one, CourseSketch other) {
    double subject =
        THEMES * shared(one.themes(), other.themes())
            + COMPETENCIES * shared(one.competencies(), other.competencies())
            + (one.level().equals(other.level()) ? LEVEL : 0);
    boolean otherEdition =
        one.instrument() != null
            && other.instrument() != null
            && !one.instrument().equals(other.instrument());
    return new CourseLikeness(
        most(one.titles(), other.titles()),
        most(one.texts(), other.texts()),
        otherEdition ? subject * OTHER_EDITION : subject,
        one.titles().keySet().stream().anyMatch(other.titles()::containsKey));
  }

  /** From 0 to 1; where no language is common, the subject alone has to tell. */
  double score() {
    return together ? TITLE * title + TEXT * text + SUBJECT * subject : subject;
  }

  /** Whether whoever drafts one should look at the other. */
  boolean near() {
    return score() >= (together ? NEAR : SAME_SUBJECT);
  }

  /** Sets without a member have nothing in common. */
  private static double shared(Set<String> one, Set<String> other) {
    long common = one.stream().filter(other::contains).count();
    long all = one.size() + other.size() - common;
    return all == 0 ? 0 : (double) common / all;
  }

  private static double most(Map<String, WordSet> one, Map<String, WordSet> other) {
    return one.entrySet().stream()
        .filter(entry -> other.containsKey(entry.getKey()))
        .mapToDouble(entry -> entry.getValue().likeness(other.get(entry.getKey())))
        .max()
        .orElse(0);
  }
}
