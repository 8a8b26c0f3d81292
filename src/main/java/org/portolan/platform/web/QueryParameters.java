package org.portolan.platform.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads what stands in an address, the same way for every page and every resource. Programs are
 * told which parameter they got wrong; what people mistype finds nothing and is named to them.
 */
public final class QueryParameters {
  /** Longer than any value that we give out ourselves. */
  private static final int LONGEST = 200;

  private static final int SHOWN = 60;

  /** More than anybody chooses of one dimension. */
  private static final int MOST_VALUES = 50;

  private QueryParameters() {}

  /**
   * A value, or null when it is missing or blank. One that is too long to mean anything is cut: the
   * mark at its end keeps it from meaning something after all.
   */
  public static String text(String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    String given = value.strip();
    return given.length() > LONGEST ? beginning(given) + "…" : given;
  }

  /** The values of a parameter that may be given several times, without the blank ones. */
  public static Set<String> texts(Collection<String> values) {
    return values == null
        ? Set.of()
        : values.stream()
            .map(QueryParameters::text)
            .filter(Objects::nonNull)
            .limit(MOST_VALUES)
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** How many are wanted: at least one, and never more than the most that is given at once. */
  public static int limit(String value, int most) {
    if (!value.matches("[0-9]{1,9}")) {
      throw wrong("limit is no number from 1 to " + most);
    }
    return Math.max(1, Math.min(most, Integer.parseInt(value)));
  }

  /** A day in ISO form, or null when the parameter is missing or blank. */
  public static LocalDate day(String name, String value) {
    try {
      return value == null || value.isBlank() ? null : LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw wrong(name + " is no day like 2027-03-08");
    }
  }

  private static String beginning(String text) {
    // never half of a character
    int end = Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
    return text.substring(0, end);
  }

  private static Problem wrong(String detail) {
    return new Problem(400, "invalid", "Some parameters need another look", detail);
  }
}
