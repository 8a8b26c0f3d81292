package org.portolan.roster;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a centre gives participants on paper. */
public enum PaperKind {
  /** Invites one who has a seat; for the administration and for those who decide on travel. */
  INVITATION,
  /** Confirms to whom it may concern that somebody has a seat. */
  SEAT,
  /** Confirms that somebody took part to the end. */
  ATTENDANCE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty for a code that is none. */
  public static Optional<PaperKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
