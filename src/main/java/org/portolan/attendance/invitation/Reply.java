package org.portolan.attendance.invitation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody answered to an invitation of their calendar. */
public enum Reply {
  NONE,
  ACCEPTED,
  DECLINED,
  TENTATIVE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As calendars write it; empty for what is no answer. */
  static Optional<Reply> of(String word) {
    return Arrays.stream(values())
        .filter(each -> each != NONE && each.name().equalsIgnoreCase(word))
        .findFirst();
  }
}
