package org.portolan.knowledge;

import java.util.Objects;

/**
 * Whose a practice is and what others may do with it, as it was typed.
 *
 * @param licence code of a {@link Licence}; empty where none was chosen
 * @param consentFrom which body agreed that it is shown here, or empty
 * @param consentOn the day on which it agreed as 2026-11-27, or empty
 */
public record Source(String licence, String consentFrom, String consentOn) {
  public static final Source UNKNOWN = new Source("", "", "");

  public Source {
    licence = Objects.requireNonNullElse(licence, "").strip();
    consentFrom = PracticeEdit.line(consentFrom);
    consentOn = Objects.requireNonNullElse(consentOn, "").strip();
  }

  public boolean known() {
    return !licence.isEmpty();
  }
}
