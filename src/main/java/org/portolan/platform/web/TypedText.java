package org.portolan.platform.web;

import java.util.regex.Pattern;

/** What somebody typed into a field of several lines, without what cannot be seen in it. */
public final class TypedText {
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069\\uFEFF&&[^\\n\\t]]");
  private static final Pattern SEEN = Pattern.compile("[^\\p{Z}\\p{C}]");

  private TypedText() {}

  /** Never null; empty where there is nothing to be seen. */
  public static String of(String typed) {
    if (typed == null) {
      return "";
    }
    String text =
        UNSEEN.matcher(typed.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("").strip();
    return SEEN.matcher(text).find() ? text : "";
  }
}
