package org.portolan.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/**
 * Whether a program asks by itself, as far as it says so: browsers call themselves Mozilla, robots
 * that do so too add what they are. For counts to learn from, not for rules: whoever pretends to be
 * a browser is taken for one.
 */
public final class AutomaticReader {
  private static final Pattern BROWSER = Pattern.compile("(Mozilla|Opera)/\\d.*");
  private static final Pattern ROBOT =
      Pattern.compile(
          "bot\\b|bot[/_-]|crawl|spider|slurp|archiv|preview|externalhit|headless|phantom|scrap"
              + "|fetch|monitor|validator|lighthouse|mediapartners|inspection|python|java/|scan"
              + "|https?://",
          Pattern.CASE_INSENSITIVE);

  private AutomaticReader() {}

  public static boolean asks(HttpServletRequest request) {
    return isRobot(request.getHeader("User-Agent"))
        || isAhead(request.getHeader("Sec-Purpose"))
        || isAhead(request.getHeader("Purpose"));
  }

  /** A browser fetches what its owner may want in a moment. */
  private static boolean isAhead(String purpose) {
    return purpose != null && purpose.startsWith("prefetch");
  }

  static boolean isRobot(String agent) {
    return agent == null || !BROWSER.matcher(agent).matches() || ROBOT.matcher(agent).find();
  }
}
