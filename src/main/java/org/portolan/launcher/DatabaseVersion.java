package org.portolan.launcher;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which database answers, by what it says of itself. MariaDB before 11 puts {@code 5.5.5-} before
 * its version, which was meant for clients of long ago; the driver believes it.
 */
record DatabaseVersion(boolean mariaDb, int major, int minor, int patch) {
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,4}))?.*");
  private static final String DISGUISE = "5.5.5-";

  /** A text that begins with no version counts as version 0. */
  static DatabaseVersion of(String said) {
    boolean mariaDb = said.contains("MariaDB");
    String text = mariaDb && said.startsWith(DISGUISE) ? said.substring(DISGUISE.length()) : said;
    Matcher numbers = NUMBERS.matcher(text);
    return numbers.matches()
        ? new DatabaseVersion(
            mariaDb, part(numbers.group(1)), part(numbers.group(2)), part(numbers.group(3)))
        : new DatabaseVersion(mariaDb, 0, 0, 0);
  }

  private static int part(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** MySQL drops constraints by name since 8.0.19, as migrations do. */
  boolean tooOld() {
    return before(mariaDb ? new int[] {10, 11, 0} : new int[] {8, 0, 19});
  }

  private boolean before(int... needed) {
    return Arrays.compare(new int[] {major, minor, patch}, needed) < 0;
  }
}
