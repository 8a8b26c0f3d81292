package org.portolan.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Which sessions are wanted; what is null does not restrict.
 *
 * @param audience for whom their courses are
 * @param donor the body that pays for them
 * @param state one that everybody sees
 * @param open whether only those count for which somebody could apply now and get a seat
 * @param from first day that is still of interest
 * @param to last day that is of interest
 * @param zone on whose clocks both days are; null for those of each session
 */
public record SessionFilter(
    String centre,
    String region,
    String theme,
    String language,
    String audience,
    String donor,
    String state,
    boolean open,
    LocalDate from,
    LocalDate to,
    ZoneId zone) {

  public SessionFilter {
    centre = given(centre);
    region = given(region);
    theme = given(theme);
    language = given(language);
    audience = given(audience);
    donor = given(donor);
    state = given(state);
  }

  public SessionFilter(
      String centre, String region, String theme, String language, LocalDate from, LocalDate to) {
    this(centre, region, theme, language, null, null, null, false, from, to, null);
  }

  public static SessionFilter ofCentre(String centre, LocalDate from, LocalDate to) {
    return new SessionFilter(centre, null, null, null, from, to);
  }

  /**
   * As an address says it.
   *
   * @param values by dimension, null where there is none
   */
  public static SessionFilter of(UnaryOperator<String> values) {
    return new SessionFilter(
        values.apply("centre"),
        values.apply("region"),
        values.apply("theme"),
        values.apply("language"),
        values.apply("audience"),
        values.apply("donor"),
        values.apply("state"),
        "1".equals(values.apply("open")),
        null,
        null,
        null);
  }

  /** The same within these days, both of which count. */
  public SessionFilter within(LocalDate first, LocalDate last, ZoneId clocks) {
    return new SessionFilter(
        centre, region, theme, language, audience, donor, state, open, first, last, clocks);
  }

  /** The same of one centre. */
  public SessionFilter at(String code) {
    return new SessionFilter(
        code, null, theme, language, audience, donor, state, open, from, to, zone);
  }

  /** What of it a feed can follow: whether seats are left, and how far something is, passes. */
  public SessionFilter lasting() {
    return new SessionFilter(
        centre, region, theme, language, audience, donor, null, false, from, to, zone);
  }

  /** The values that restrict, by dimension, without the days. */
  public Map<String, String> chosen() {
    Map<String, String> chosen = new LinkedHashMap<>();
    put(chosen, "region", region);
    put(chosen, "centre", centre);
    put(chosen, "theme", theme);
    put(chosen, "language", language);
    put(chosen, "audience", audience);
    put(chosen, "donor", donor);
    put(chosen, "state", state);
    put(chosen, "open", open ? "1" : null);
    return chosen;
  }

  private static void put(Map<String, String> chosen, String dimension, String value) {
    if (value != null) {
      chosen.put(dimension, value);
    }
  }

  private static String given(String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }
}
