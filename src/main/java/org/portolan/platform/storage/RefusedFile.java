package org.portolan.platform.storage;

import java.util.Locale;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;

/** A file is not taken, and why, in words for whoever sent it. */
public final class RefusedFile extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why a file is not taken. */
  public enum Reason {
    EMPTY,
    LARGE,
    OTHER_KIND,
    NO_DOCUMENT,
    DAMAGED,
    LOCKED,
    SCRIPT,
    ACTS,
    CARRIES_FILES,
    PAGES,
    HEAVY,
    LONG,
    BUSY,
    INFECTED,
    UNSCANNED
  }

  private final Reason reason;
  private final int limit;

  RefusedFile(Reason reason) {
    this(reason, 0);
  }

  /**
   * @param limit that the file passes, in the unit of which its reason speaks
   */
  RefusedFile(Reason reason, int limit) {
    super(reason.name(), null, false, false);
    this.reason = reason;
    this.limit = limit;
  }

  /** For a form that did not get the file at all, as it was too large for the request. */
  public static RefusedFile tooLarge(FileRules rules) {
    return new RefusedFile(Reason.LARGE, (int) (rules.largest() / FileRules.MEGABYTE));
  }

  /** For a form with no file in it. */
  public static RefusedFile missing() {
    return new RefusedFile(Reason.EMPTY);
  }

  public Reason reason() {
    return reason;
  }

  /** Whether another try with the same file may go well. */
  public boolean passing() {
    return reason == Reason.BUSY || reason == Reason.UNSCANNED;
  }

  public String text(Language language) {
    return Texts.format(language, "platform." + key(), limit);
  }

  private String key() {
    return "file.refused." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
