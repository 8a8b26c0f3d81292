package org.portolan.platform.web;

import java.util.regex.Pattern;

/** What somebody typed into a field of several lines, without what cannot be seen in it. */
public final class TypedText {
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

  /** They turn what stands around them. */
  private static final Pattern DIRECTIONS =
      Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

  private static final Pattern SEEN = Pattern.compile("[^\\p{Z}\\p{C}]");

  private TypedText() {}

  /** Never null; empty where there is nothing to be seen. */
  public static String of(String typed) {
    if (typed == null) {
      return "";
    }
    String lines = typed.replace("\r\n", "\n").replace('\r', '\n');
    String text =
        DIRECTIONS.matcher(CONTROLS.matcher(lines).replaceAll(" ")).replaceAll("").strip();
    return SEEN.matcher(text).find() ? text : "";
  }
}
