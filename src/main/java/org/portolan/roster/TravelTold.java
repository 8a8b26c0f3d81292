package org.portolan.roster;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.portolan.platform.web.TypedLine;

/** What somebody who has a seat told for their visa and journey, field by field. */
public record TravelTold(Map<TravelField, String> values) {
  public static final TravelTold NOTHING = new TravelTold(Map.of());

  public TravelTold {
    Map<TravelField, String> plain = new EnumMap<>(TravelField.class);
    values.forEach(
        (field, value) -> {
          String line = TypedLine.of(value);
          if (!line.isEmpty()) {
            plain.put(field, line);
          }
        });
    values = Map.copyOf(plain);
  }

  /** Empty where it was not told. */
  public String get(TravelField field) {
    return values.getOrDefault(field, "");
  }

  /** What is wrong, as the last part of a key of texts. */
  Map<TravelField, String> problems(LocalDate lastDay) {
    Map<TravelField, String> problems = new LinkedHashMap<>();
    for (TravelField field : TravelField.values()) {
      field.problem(get(field), lastDay).ifPresent(what -> problems.put(field, what));
    }
    return problems;
  }

  /** A line for each field: no value has two. */
  byte[] bytes() {
    StringBuilder lines = new StringBuilder();
    for (TravelField field : TravelField.values()) {
      if (values.containsKey(field)) {
        lines.append(field.code()).append('=').append(get(field)).append('\n');
      }
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  static TravelTold of(byte[] bytes) {
    Map<TravelField, String> values = new EnumMap<>(TravelField.class);
    for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n")) {
      String[] parts = line.split("=", 2);
      TravelField.read(parts[0]).forEach(field -> values.put(field, parts[1]));
    }
    return new TravelTold(values);
  }
}
