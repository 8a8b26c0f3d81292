package org.portolan.launcher;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which database answers, by what it says of itself. MariaDB before 11 puts {@code 5.5.5-} before
 * its version, which was meant for clients of long ago; the driver believes it.
 */
record DatabaseVersion(boolean mariaDb, int major, int minor) {
  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,4})\\.(\\d{1,4}).*");
  private static final String DISGUISE = "5.5.5-";

  /** A text that begins with no version counts as version 0. */
  static DatabaseVersion of(String said) {
    boolean mariaDb = said.contains("MariaDB");
    String text = mariaDb && said.startsWith(DISGUISE) ? said.substring(DISGUISE.length()) : said;
    Matcher numbers = NUMBERS.matcher(text);
    return numbers.matches()
        ? new DatabaseVersion(
            mariaDb, Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)))
        : new DatabaseVersion(mariaDb, 0, 0);
  }

  boolean tooOld() {
    return mariaDb ? before(10, 11) : before(8, 0);
  }

  private boolean before(int neededMajor, int neededMinor) {
    return major < neededMajor || (major == neededMajor && minor < neededMinor);
  }
}
