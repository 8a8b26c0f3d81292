package org.portolan.competency;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A competency that a job profile needs, and at which level. */
@Embeddable
class ProfileNeed {
  @Column(name = "competency_code")
  private String competency;

  private int level;

  protected ProfileNeed() {}

  String competency() {
    return competency;
  }

  CompetencyLevel level() {
    return CompetencyLevel.of(level).orElseThrow();
  }
}
