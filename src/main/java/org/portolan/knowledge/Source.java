package org.portolan.knowledge;

import java.util.Objects;
import org.portolan.platform.web.TypedLine;

/**
 * Whose a practice is and what others may do with it, as it was typed.
 *
 * @param licence code of a {@link Licence}; empty where none was chosen
 * @param consentFrom which body agreed that it is shown here, or empty
 * @param consentOn the day on which it agreed as 2026-11-27, or empty
 * @param readers code of the {@link Readers} to whom it may be shown
 */
public record Source(String licence, String consentFrom, String consentOn, String readers) {
  public static final Source UNKNOWN = new Source("", "", "", Readers.ALL.code());

  public Source {
    licence = Objects.requireNonNullElse(licence, "").strip();
    consentFrom = TypedLine.of(consentFrom);
    consentOn = Objects.requireNonNullElse(consentOn, "").strip();
    readers = Objects.requireNonNullElse(readers, Readers.ALL.code()).strip();
  }

  public boolean known() {
    return !licence.isEmpty();
  }
}
