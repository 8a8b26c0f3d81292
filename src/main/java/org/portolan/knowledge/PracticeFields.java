package org.portolan.knowledge;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.portolan.platform.audit.Deed;

/** What the audit trail keeps of a practice, by field, texts by their language. */
record PracticeFields(Map<String, Object> values) {
  static final PracticeFields NONE = new PracticeFields(Map.of());

  static PracticeFields of(Practice practice) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("state", practice.published() ? Practice.PUBLISHED : Practice.DRAFT);
    values.put("region", practice.regionCode());
    values.put("member", practice.memberCode());
    values.put("theme", practice.themeCode());
    values.put("year", practice.year());
    for (PracticeText text : practice.texts()) {
      values.put("title." + text.language(), text.title());
      values.put("summary." + text.language(), text.summary());
      PracticeBody body = text.body();
      for (Section section : Section.values()) {
        values.put(section.code() + "." + text.language(), empty(body.section(section)));
      }
      values.put("body." + text.language(), empty(body.more()));
    }
    return new PracticeFields(values);
  }

  private static String empty(String text) {
    return text.isEmpty() ? null : text;
  }

  Deed compare(PracticeFields before, Deed deed) {
    Set<String> fields = new LinkedHashSet<>(values.keySet());
    fields.addAll(before.values.keySet());
    fields.forEach(field -> deed.change(field, before.values.get(field), values.get(field)));
    return deed;
  }
}
