package org.portolan.pack;

import java.util.Locale;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;

/** A file cannot be read as what it is sent for, and why, in words for whoever sent it. */
public final class RefusedPack extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 80;

  /** Why not. */
  public enum Reason {
    EMPTY,
    LARGE,
    /** No zip, or one that was cut off. */
    BROKEN,
    MANY,
    /** A name that leads out of a folder, or cannot be told. */
    NAME,
    TWICE,
    /** An entry that points to another. */
    LINK,
    LOCKED,
    /** More comes out of it than is taken. */
    UNPACKED,
    NO_MANIFEST,
    MANIFEST,
    FORMAT,
    VERSION,
    MISSING,
    EXTRA,
    CHANGED
  }

  private final Reason reason;
  private final String what;

  RefusedPack(Reason reason) {
    this(reason, "");
  }

  /**
   * @param what the entry, number or limit that it is about
   */
  RefusedPack(Reason reason, Object what) {
    super(reason + " " + what, null, false, false);
    this.reason = reason;
    String said = String.valueOf(what).replaceAll("\\p{C}", "?");
    this.what = said.length() > LONGEST ? said.substring(0, LONGEST) + "…" : said;
  }

  public Reason reason() {
    return reason;
  }

  public String text(Language language) {
    return Texts.format(language, "pack.refused." + code(), what);
  }

  public String code() {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
