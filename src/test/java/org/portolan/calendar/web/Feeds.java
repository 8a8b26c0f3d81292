package org.portolan.calendar.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.portolan.calendar.SessionSummary;
import org.portolan.platform.i18n.Language;

/** Feeds as they are written, for those who read them. */
public final class Feeds {
  private Feeds() {}

  public static String of(List<SessionSummary> sessions) {
    return of("Sessions", sessions);
  }

  static String of(String name, List<SessionSummary> sessions) {
    return new String(
        new FeedWriter(
                "http://localhost", Language.EN, code -> "Theme " + code.toLowerCase(Locale.ROOT))
            .write(name, "/calendar/centre/DEMO.ics?lang=en", "/calendar/centre/DEMO", sessions),
        StandardCharsets.UTF_8);
  }

  /**
   * The same with a name of each zone that nobody knows: what its times mean stands nowhere but in
   * the feed.
   */
  public static String nameless(String feed) {
    return feed.replace("\r\n ", "")
        .replaceAll("(?m)^TZID:(.*)$", "TZID:clocks of $1")
        .replaceAll(";TZID=([^:]*):", ";TZID=clocks of $1:")
        .replace("clocks of ", "x-clocks-");
  }
}
