package org.portolan.attachment;

import java.util.Locale;
import org.portolan.platform.reading.FoundText;

/** How far the reading of the text of a file has come. */
public enum ReadingState {
  WAITING,
  /** It failed, and is tried again later. */
  AGAIN,
  READ,
  /** The beginning of it was read: there is more than is worth it. */
  CUT,
  /** There are pages, and no words in them: they were only photographed. */
  WORDLESS,
  PICTURE,
  /** It opens for those who have its key alone. */
  LOCKED,
  /** It could not be read, and is not tried any more. */
  UNREAD;

  static ReadingState of(FoundText text) {
    if (text.locked()) {
      return LOCKED;
    }
    if (text.format() == null) {
      return UNREAD;
    }
    if (!text.format().written()) {
      return PICTURE;
    }
    if (text.wordless()) {
      return WORDLESS;
    }
    return text.whole() ? READ : CUT;
  }

  static ReadingState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether there is text to be shown. */
  public boolean readable() {
    return this == READ || this == CUT;
  }
}
