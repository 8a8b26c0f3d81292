package org.portolan.access.web;

import java.util.regex.Pattern;

/** Where to go after signing in: only ever a page of this site. */
final class LocalPath {
  private static final String HOME = "/";
  // one slash, never two or a backslash, which browsers read as another host
  private static final Pattern PAGE = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]{0,1000}");
  private static final Pattern NO_PAGE =
      Pattern.compile("/(sign-in|sign-out|set-up|api|health|error)([/?#].*)?");

  private LocalPath() {}

  static String of(String asked) {
    return asked != null && PAGE.matcher(asked).matches() && !NO_PAGE.matcher(asked).matches()
        ? asked
        : HOME;
  }
}
