package org.portolan.knowledge;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.platform.audit.Deed;

/** What the audit trail keeps of a practice, by field, texts by their language. */
record PracticeFields(Map<String, Object> values) {
  static final PracticeFields NONE = new PracticeFields(Map.of());

  /** Of what readers see, or of the draft. */
  static PracticeFields of(Practice practice) {
    return of(practice.state(), practice.shown());
  }

  static PracticeFields of(String state, PracticeContent content) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("state", state);
    values.put("region", content.region());
    values.put("member", content.member());
    values.put("theme", content.theme());
    values.put("kind", empty(content.kind()));
    values.put("year", content.year());
    values.put("licence", empty(content.source().licence()));
    values.put("consentfrom", empty(content.source().consentFrom()));
    values.put("consenton", empty(content.source().consentOn()));
    values.put("readers", content.source().readers());
    values.put("links", empty(links(content)));
    for (PracticeWords text : content.texts()) {
      text.fields()
          .forEach((field, words) -> values.put(field + "." + text.language(), empty(words)));
    }
    return new PracticeFields(values);
  }

  static String links(PracticeContent content) {
    return content.links().stream()
        .map(link -> link.relation().code() + " " + link.kind().code() + " " + link.told())
        .collect(Collectors.joining("\n"));
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
