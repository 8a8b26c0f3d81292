package org.portolan.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A field of a practice that is otherwise in one version than in another.
 *
 * @param field such as {@code title} or the code of a section
 * @param language of a text; null for what has none
 */
public record FieldDifference(String field, String language, List<WordDifference.Piece> pieces) {

  static List<FieldDifference> between(PracticeContent one, PracticeContent other) {
    List<FieldDifference> all = new ArrayList<>();
    Map<String, String> facts = facts(one);
    facts(other).forEach((field, value) -> add(all, field, null, facts.get(field), value));
    Set<String> languages = new LinkedHashSet<>();
    one.texts().forEach(text -> languages.add(text.language()));
    other.texts().forEach(text -> languages.add(text.language()));
    for (String language : languages) {
      Map<String, String> before = texts(one, language);
      Map<String, String> after = texts(other, language);
      Set<String> fields = new LinkedHashSet<>(after.keySet());
      fields.addAll(before.keySet());
      for (String field : fields) {
        add(all, field, language, before.getOrDefault(field, ""), after.getOrDefault(field, ""));
      }
    }
    return all;
  }

  private static void add(
      List<FieldDifference> all, String field, String language, String before, String after) {
    if (!before.equals(after)) {
      all.add(new FieldDifference(field, language, WordDifference.between(before, after)));
    }
  }

  private static Map<String, String> facts(PracticeContent content) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("region", content.region());
    facts.put("member", Objects.requireNonNullElse(content.member(), ""));
    facts.put("theme", content.theme());
    facts.put("kind", content.kind());
    facts.put("year", String.valueOf(content.year()));
    facts.put("licence", content.source().licence());
    facts.put("consentfrom", content.source().consentFrom());
    facts.put("consenton", content.source().consentOn());
    facts.put("links", PracticeFields.links(content));
    return facts;
  }

  private static Map<String, String> texts(PracticeContent content, String language) {
    return content.text(language).map(PracticeWords::fields).orElse(Map.of());
  }
}
