package org.portolan.radar.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a finding is about, in the order in which a desk shows them. */
public enum FindingKind {
  JOINT_EDITION,
  SAME_COURSE,
  SAME_THEME,
  SAME_AUDIENCE,
  HOST_HOLIDAY,
  GUEST_HOLIDAY,
  REST_DAY,
  LATE_DRAFT,
  FEW_APPLICATIONS,
  NO_SECOND_EDITION,
  WAITING_INTEREST,
  FULL_WEEK,
  IDLE_CENTRE,
  MISSING_THEME,
  MISSING_LANGUAGE,
  MISSING_MEMBER;

  /** As in addresses and the database: {@code same-course}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<FindingKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }

  /** Whether what is found twice could be held once. */
  public boolean couldBeJoint() {
    return this == JOINT_EDITION || this == SAME_COURSE || this == SAME_THEME;
  }
}
