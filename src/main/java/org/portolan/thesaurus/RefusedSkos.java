package org.portolan.thesaurus;

/** A file that cannot be taken for a thesaurus at all. */
public class RefusedSkos extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** No XML, or cut off. */
    UNREADABLE,
    /** It declares a document type or entities. */
    DECLARES,
    /** Larger, deeper, or with more concepts or terms than are taken. */
    LARGE,
    /** It holds no concept. */
    EMPTY
  }

  private final Reason reason;

  RefusedSkos(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
