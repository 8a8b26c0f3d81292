package org.portolan.radar.rules;

import java.util.Set;

/**
 * What the rules know of a course.
 *
 * @param centre that gives it in the catalogue
 * @param audiences codes of those for whom it is; may be empty
 */
public record CourseFact(
    long id, String centre, String theme, String level, Set<String> audiences) {
  public CourseFact {
    audiences = Set.copyOf(audiences);
  }
}
