package org.portolan.holiday;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portolan.platform.i18n.Language;

/**
 * What somebody says of a holiday.
 *
 * @param names by the codes of languages; one is enough
 * @param rule by which it has its days, as it is written; may be none
 * @param expected whether the day is an estimate that may still move
 */
public record HolidayEdit(Map<String, String> names, String rule, boolean expected) {
  private static final int LONGEST = 120;

  public HolidayEdit {
    names = Map.copyOf(names);
  }

  /** What is wrong, by field: the last part of the key of a text. */
  public Map<String, String> problems() {
    Map<String, String> problems = new LinkedHashMap<>();
    if (given().isEmpty()) {
      problems.put("name", "name");
    } else if (given().stream().anyMatch(name -> name.length() > LONGEST)) {
      problems.put("name", "long");
    }
    if (FallsOn.of(rule).isEmpty()) {
      problems.put("rule", "rule");
    }
    return problems;
  }

  private List<String> given() {
    return Arrays.stream(Language.values())
        .map(language -> names.getOrDefault(language.code(), "").strip())
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** Its name in a language, else the first that was given. */
  String name(Language language) {
    String name = names.getOrDefault(language.code(), "").strip();
    return name.isEmpty() ? given().get(0) : name;
  }
}
