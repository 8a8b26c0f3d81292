package org.portolan.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a program has already what it asks for (RFC 9110, 13.1.2). It may name several tags, and
 * what stands between may have made weak ones of them.
 */
public final class KnownTag {
  private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[^\"]*\")");

  private KnownTag() {}

  /**
   * @param tag of what it would get, with its quotation marks
   */
  public static boolean of(HttpServletRequest request, String tag) {
    return Collections.list(request.getHeaders("If-None-Match")).stream()
        .anyMatch(line -> named(line, tag));
  }

  static boolean named(String line, String tag) {
    Matcher each = TAG.matcher(line);
    while (each.find()) {
      if (each.group(1).equals(tag)) {
        return true;
      }
    }
    return line.strip().equals("*");
  }
}
