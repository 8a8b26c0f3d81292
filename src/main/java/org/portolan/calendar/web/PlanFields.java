package org.portolan.calendar.web;

import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portolan.approval.Chain;
import org.portolan.calendar.SessionDefaults;
import org.portolan.calendar.Timing;

/**
 * The fields of a plan that can be filled in before anybody types, each as its text; languages with
 * spaces between them, the chain as it is written.
 */
public record PlanFields(Map<String, String> values) {
  /** A chain that cannot be read: what was typed into it is nobody’s default. */
  private static final String UNREADABLE = "?";

  /** How it is held: each day at the same hours, or in slots. */
  static final String SAME_HOURS = "same";

  static final String IN_SLOTS = "slots";

  public PlanFields {
    values = new LinkedHashMap<>(values);
  }

  public static PlanFields of(SessionDefaults said) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("timing", said.timing().code());
    values.put("start", time(said.start(), SessionDefaults.HOUSE.start()));
    values.put("end", time(said.end(), SessionDefaults.HOUSE.end()));
    values.put("hours", said.slots().everyDay() ? SAME_HOURS : IN_SLOTS);
    values.put("slots", said.slots().numbered());
    values.put("venue", said.venue());
    values.put("room", said.room());
    values.put("online", String.valueOf(said.online()));
    values.put("seats", said.timing() == Timing.STANDING ? "" : String.valueOf(said.seats()));
    values.put("languages", languages(said.languages()));
    values.put("approval", chain(said.approval()));
    values.put("donor", said.donor() == null ? "" : said.donor());
    return new PlanFields(values);
  }

  static String languages(List<String> codes) {
    return String.join(" ", codes.stream().sorted().toList());
  }

  static String chain(Chain chain) {
    return chain == null ? UNREADABLE : chain.text();
  }

  private static String time(LocalTime said, LocalTime otherwise) {
    return (said == null ? otherwise : said).toString();
  }

  public String get(String field) {
    return values.get(field);
  }

  /**
   * These as they were typed, where each that still says what had been filled in before says what
   * is to be filled in now.
   */
  PlanFields following(PlanFields before, PlanFields next) {
    Map<String, String> followed = new LinkedHashMap<>(values);
    followed.replaceAll(
        (field, typed) -> typed.equals(before.get(field)) ? next.get(field) : typed);
    return new PlanFields(followed);
  }
}
