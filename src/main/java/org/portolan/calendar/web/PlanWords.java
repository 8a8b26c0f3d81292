package org.portolan.calendar.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.portolan.calendar.InvalidPlan;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Texts;

/** What is wrong with a plan, in words, with the days that it runs against. */
@ApplicationScoped
class PlanWords {
  private static final String FROM = "calendar.problem.validity.from";
  private static final String ROOM = "calendar.problem.seatsRoom";
  private static final String UNTIL = "calendar.problem.validity.until";

  @Inject private Texts texts;
  @Inject private Formats formats;

  /** By field. */
  Map<String, String> of(InvalidPlan refused) {
    Map<String, String> words = new LinkedHashMap<>();
    refused.problems().forEach((field, key) -> words.put(field, word(key, refused)));
    return words;
  }

  private String word(String key, InvalidPlan refused) {
    return switch (key) {
      case FROM -> naming(key, refused.validity().from());
      case UNTIL -> naming(key, refused.validity().until());
      case ROOM -> texts.of2(key, refused.room().name(), refused.room().places());
      default -> texts.get(key);
    };
  }

  private String naming(String key, LocalDate day) {
    return texts.of(key, formats.date(day));
  }
}
