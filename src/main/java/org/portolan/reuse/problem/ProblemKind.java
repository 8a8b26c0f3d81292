package org.portolan.reuse.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What may be wrong with a practice. */
public enum ProblemKind {
  OUTDATED,
  WRONG,
  /** A link or file that leads nowhere. */
  LINK,
  /** Something about a person that should not stand there. */
  PERSON,
  /** Something that its source did not agree to. */
  RIGHTS,
  /** One of its comments. */
  COMMENT,
  OTHER;

  /** As it stands in tables and keys of texts. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ProblemKind> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
