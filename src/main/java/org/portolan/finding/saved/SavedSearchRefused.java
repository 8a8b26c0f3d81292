package org.portolan.finding.saved;

/** A search cannot be kept so. */
public class SavedSearchRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  SavedSearchRefused(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** The last part of a key of texts. */
  public String reason() {
    return reason;
  }
}
