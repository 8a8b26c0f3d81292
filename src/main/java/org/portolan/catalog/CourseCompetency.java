package org.portolan.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;

/** A competency that a course gives, and up to which level. */
@Embeddable
class CourseCompetency {
  @Column(name = "competency_code")
  private String competency;

  private int level;

  protected CourseCompetency() {}

  CourseCompetency(GivenCompetency given) {
    competency = given.code();
    level = given.level();
  }

  GivenCompetency given() {
    return new GivenCompetency(competency, level);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CourseCompetency same
        && competency.equals(same.competency)
        && level == same.level;
  }

  @Override
  public int hashCode() {
    return Objects.hash(competency, level);
  }
}
