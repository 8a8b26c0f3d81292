package org.portolan.roster;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.platform.web.TypedLine;

/** What a centre may need to know for the visa and the journey of one who has a seat. */
public enum TravelField {
  PASSPORT_NAME(100),
  PASSPORT_NUMBER(20),
  NATIONALITY(60),
  ISSUED_AT(100),
  ISSUED_ON(0),
  EXPIRES_ON(0),
  ARRIVAL(200),
  DEPARTURE(200),
  DIET(300),
  ACCESS(300);

  private final int longest;

  TravelField(int longest) {
    this.longest = longest;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public boolean isDay() {
    return longest == 0;
  }

  public int longest() {
    return isDay() ? 10 : longest;
  }

  /**
   * What is wrong with what was typed, as the last part of a key of texts; it may be left out.
   *
   * @param lastDay of the session, or null where it has no days
   */
  Optional<String> problem(String typed, LocalDate lastDay) {
    String value = TypedLine.of(typed);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.length() > longest()) {
      return Optional.of("long");
    }
    if (this == PASSPORT_NUMBER && !value.matches("[\\p{L}\\p{N} /-]+")) {
      return Optional.of("number");
    }
    return isDay() ? dayProblem(value, lastDay) : Optional.empty();
  }

  private Optional<String> dayProblem(String value, LocalDate lastDay) {
    try {
      LocalDate day = LocalDate.parse(value);
      if (day.getYear() < 1900 || day.getYear() > 2200) {
        return Optional.of("day");
      }
      return this == EXPIRES_ON && lastDay != null && day.isBefore(lastDay)
          ? Optional.of("expired")
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.of("day");
    }
  }

  /** Those whose codes stand in a text, with spaces between them; others are passed over. */
  static Set<TravelField> read(String codes) {
    Set<String> named = Set.copyOf(Arrays.asList(codes.split(" ")));
    Set<TravelField> fields = EnumSet.noneOf(TravelField.class);
    Arrays.stream(values()).filter(each -> named.contains(each.code())).forEach(fields::add);
    return fields;
  }

  static String write(Set<TravelField> fields) {
    return Arrays.stream(values())
        .filter(fields::contains)
        .map(TravelField::code)
        .collect(Collectors.joining(" "));
  }
}
