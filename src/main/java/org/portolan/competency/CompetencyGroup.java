package org.portolan.competency;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The groups in which competencies are listed, in their order. */
public enum CompetencyGroup {
  CORE,
  PROFESSIONAL,
  OPERATIONAL,
  ENFORCEMENT,
  MANAGEMENT;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<CompetencyGroup> of(String code) {
    return Arrays.stream(values()).filter(group -> group.code().equals(code)).findFirst();
  }
}
