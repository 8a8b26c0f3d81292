package org.portolan.knowledge;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a practice tells of, in the order in which it is read. */
public enum Section {
  CONTEXT,
  PROBLEM,
  DONE,
  RESULT,
  COST,
  CONDITIONS,
  CONTACT;

  /** Without these nobody can learn from it. */
  static final Set<Section> ASKED = EnumSet.of(CONTEXT, PROBLEM, DONE, RESULT);

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean asked() {
    return ASKED.contains(this);
  }
}
