package org.portolan.knowledge;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a practice tells of. Each kind is a template: it calls the sections by names of its own and
 * says beside each what to write there.
 */
public enum PracticeKind {
  /** How something is done; its sections have their common names. */
  OPERATIONAL,
  TRAINING,
  RESULTS,
  LESSONS;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<PracticeKind> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }

  /** Whether it has words of its own for a section. */
  public boolean names(Section section) {
    return this != OPERATIONAL && section != Section.COST && section != Section.CONTACT;
  }
}
