package org.portolan.collection;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.web.TypedLine;
import org.portolan.platform.web.TypedText;

/**
 * What somebody writes of a collection.
 *
 * @param texts by language, those that are not empty
 * @param codes of its practices, in order, each once
 */
public record CollectionEdit(String region, Map<String, CollectionText> texts, List<String> codes) {
  public static final int LONGEST_TITLE = 160;
  public static final int LONGEST_WORDS = 3_000;
  public static final int MOST = 60;

  public CollectionEdit {
    Map<String, CollectionText> kept = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      CollectionText typed = texts.get(language.code());
      if (typed != null) {
        CollectionText text =
            new CollectionText(TypedLine.of(typed.title()), TypedText.of(typed.words()));
        if (!text.empty()) {
          kept.put(language.code(), text);
        }
      }
    }
    texts = kept;
    Set<String> once = new LinkedHashSet<>();
    codes.stream().map(TypedLine::of).filter(code -> !code.isEmpty()).forEach(once::add);
    codes = List.copyOf(once);
  }

  /** Codes as they are typed, one on each line or with anything but letters between them. */
  public static List<String> codes(String typed) {
    return Arrays.asList(typed.split("[\\s,;]+"));
  }

  /** What is wrong, as the last part of a key of texts, by field. */
  Map<String, String> problems(Set<String> ownRegions, Set<String> knownCodes) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (!ownRegions.contains(region)) {
      problems.put("region", "region");
    }
    if (texts.isEmpty()) {
      problems.put("texts", "missing");
    }
    texts.forEach(
        (language, text) -> {
          if (text.title().isEmpty()) {
            problems.put("texts", "untitled");
          } else if (text.title().length() > LONGEST_TITLE
              || text.words().length() > LONGEST_WORDS) {
            problems.put("texts", "long");
          }
        });
    if (codes.size() > MOST) {
      problems.put("codes", "many");
    } else if (!knownCodes.containsAll(codes)) {
      problems.put("codes", "unknown");
    }
    return problems;
  }
}
