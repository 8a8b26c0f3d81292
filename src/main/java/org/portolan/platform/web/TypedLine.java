package org.portolan.platform.web;

import java.util.regex.Pattern;

/** What somebody typed into a field of one line, without what cannot be seen in it. */
public final class TypedLine {
  private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+");

  /** They turn what stands around them. */
  private static final Pattern DIRECTIONS =
      Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

  private static final Pattern SEEN = Pattern.compile("[^\\p{Z}\\p{C}]");

  private TypedLine() {}

  /** Never null; empty where there is nothing to be seen. */
  public static String of(String typed) {
    if (typed == null) {
      return "";
    }
    String line = DIRECTIONS.matcher(BREAKS.matcher(typed).replaceAll(" ")).replaceAll("").strip();
    return SEEN.matcher(line).find() ? line : "";
  }
}
