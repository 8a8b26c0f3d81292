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
  IDLE_ROOM,
  IDLE_TRAINER,
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

  /** Whether its days are the first and the last of a stretch. */
  public boolean stretch() {
    return this == IDLE_CENTRE || this == IDLE_ROOM || this == IDLE_TRAINER;
  }

  /** Whether what is found twice could be held once. */
  public boolean couldBeJoint() {
    return this == JOINT_EDITION || this == SAME_COURSE || this == SAME_THEME;
  }
}
