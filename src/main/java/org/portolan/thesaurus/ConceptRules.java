package org.portolan.thesaurus;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.portolan.platform.i18n.Language;

/** What a concept has to be like. */
final class ConceptRules {
  static final int LONGEST_TERM = 160;
  static final int MOST_TERMS = 300;
  private static final int MOST_RELATED = 100;
  private static final Pattern CODE = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?");

  /** What would stand in the place of a concept in addresses. */
  private static final Set<String> TAKEN = Set.of("new", "import");

  private final Predicate<String> known;
  private final Function<String, String> broaderOf;
  private final Predicate<String> themes;

  /**
   * @param known whether there is, or will be, a concept of a code
   * @param broaderOf the code above a code, empty at the top
   * @param themes whether there is a theme of a code
   */
  ConceptRules(
      Predicate<String> known, Function<String, String> broaderOf, Predicate<String> themes) {
    this.known = known;
    this.broaderOf = broaderOf;
    this.themes = themes;
  }

  /** What is wrong, by the field of the form; empty where nothing is. */
  Map<String, String> problems(ConceptEdit edit) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (!CODE.matcher(edit.code()).matches() || TAKEN.contains(edit.code())) {
      problems.put("code", "code");
    }
    terms(edit, problems);
    if (!edit.broader().isEmpty()) {
      if (!known.test(edit.broader())) {
        problems.put("broader", "unknown");
      } else if (circle(edit)) {
        problems.put("broader", "circle");
      }
    }
    if (!edit.theme().isEmpty() && !themes.test(edit.theme())) {
      problems.put("theme", "theme");
    }
    related(edit, problems);
    return problems;
  }

  private static void terms(ConceptEdit edit, Map<String, String> problems) {
    Map<String, Long> preferred =
        edit.terms().stream()
            .filter(term -> term.kind() == TermKind.PREFERRED)
            .collect(Collectors.groupingBy(Term::language, Collectors.counting()));
    if (preferred.isEmpty()) {
      problems.put("terms", "none");
    } else if (preferred.values().stream().anyMatch(count -> count > 1)) {
      problems.put("terms", "several");
    } else if (edit.terms().stream().anyMatch(term -> !preferred.containsKey(term.language()))) {
      problems.put("terms", "unnamed");
    } else if (edit.terms().stream().anyMatch(term -> term.text().length() > LONGEST_TERM)) {
      problems.put("terms", "long");
    } else if (edit.terms().size() > MOST_TERMS) {
      problems.put("terms", "many");
    } else if (edit.terms().stream().anyMatch(term -> Language.of(term.language()).isEmpty())) {
      problems.put("terms", "language");
    } else if (edit.terms().stream()
        .anyMatch(term -> term.text().chars().anyMatch(Character::isISOControl))) {
      problems.put("terms", "characters");
    }
  }

  private boolean circle(ConceptEdit edit) {
    Set<String> seen = new HashSet<>();
    String above = edit.broader();
    while (!above.isEmpty() && seen.add(above)) {
      if (above.equals(edit.code())) {
        return true;
      }
      above = broaderOf.apply(above);
    }
    // one further up that does not go through this concept is told at those that make it
    return false;
  }

  private void related(ConceptEdit edit, Map<String, String> problems) {
    if (edit.related().size() > MOST_RELATED) {
      problems.put("related", "many");
    }
    for (String other : edit.related()) {
      if (!known.test(other)) {
        problems.put("related", "unknown");
      } else if (other.equals(edit.code())
          || other.equals(edit.broader())
          || broaderOf.apply(other).equals(edit.code())) {
        problems.put("related", "near");
      }
    }
  }
}
