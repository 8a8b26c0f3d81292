package org.portolan.catalog;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.platform.i18n.Language;

/**
 * What a course must say. Little is asked of a draft but that what it says is right; what is
 * missing before it can be submitted is {@link #missing}.
 *
 * @param centres the centres for which somebody may write
 * @param sponsors bodies that pay for courses
 * @param published by code, the courses that may be asked for before another
 * @param prerequisites of all courses, as they stand
 */
record CourseRules(
    Set<String> centres,
    Set<String> themes,
    Set<String> competencies,
    Set<String> sponsors,
    Map<String, Long> published,
    Prerequisites prerequisites) {
  static final int LONGEST_TITLE = 200;
  static final int LONGEST_SUMMARY = 400;
  static final int LONGEST_BODY = 100_000;
  static final int LONGEST_REASON = 1000;
  static final int LONGEST_INSTRUMENT = 60;
  static final int MOST_HOURS = 2000;
  static final int MOST_THEMES = 6;
  static final int MOST_COMPETENCIES = 12;
  static final int MOST_REQUIRED = 10;

  /** Years that people type by mistake are not kept. */
  private static final String DAY = "20[0-9]{2}-[0-9]{2}-[0-9]{2}";

  /** Something longer than a few letters, so that an address says something. */
  private static final String CODE = "[A-Z0-9][A-Z0-9-]{2,39}";

  /**
   * @param id of the course, or null where it is new
   * @return by field, in the order of the form; empty when all is well
   */
  Map<String, CourseProblem> problems(CourseEdit edit, Long id) {
    Map<String, CourseProblem> problems = new LinkedHashMap<>();
    if (id == null && !edit.code().matches(CODE)) {
      problems.put("code", new CourseProblem("code.wrong"));
    }
    if (!centres.contains(edit.centre())) {
      problems.put("centre", new CourseProblem("centre.missing"));
    }
    if (CatalogueKind.of(edit.catalogue()).isEmpty()) {
      problems.put("catalogue", new CourseProblem("catalogue.missing"));
    }
    if (!themes.contains(edit.theme())) {
      problems.put("theme", new CourseProblem("theme.missing"));
    }
    further(edit).ifPresent(problem -> problems.put("themes", problem));
    if (Level.of(edit.level()).isEmpty()) {
      problems.put("level", new CourseProblem("level.missing"));
    }
    if (Mode.of(edit.mode()).isEmpty()) {
      problems.put("mode", new CourseProblem("mode.missing"));
    }
    if (hours(edit.hours()).isEmpty()) {
      problems.put("hours", new CourseProblem("hours.wrong", String.valueOf(MOST_HOURS)));
    }
    if (edit.audiences().isEmpty()
        || edit.audiences().stream().anyMatch(each -> Audience.of(each).isEmpty())) {
      problems.put("audience", new CourseProblem("audience.missing"));
    }
    if (edit.instrument().length() > LONGEST_INSTRUMENT) {
      problems.put("instrument", new CourseProblem("long", String.valueOf(LONGEST_INSTRUMENT)));
    }
    if (!edit.sponsor().isEmpty() && !sponsors.contains(edit.sponsor())) {
      problems.put("sponsor", new CourseProblem("sponsor.unknown"));
    }
    given(edit).ifPresent(problem -> problems.put("gives", problem));
    required(edit, id).ifPresent(problem -> problems.put("requires", problem));
    days(edit, problems);
    return problems;
  }

  private static void days(CourseEdit edit, Map<String, CourseProblem> problems) {
    if (wrongDay(edit.validFrom())) {
      problems.put("validFrom", new CourseProblem("day.wrong"));
    }
    if (wrongDay(edit.validUntil())) {
      problems.put("validUntil", new CourseProblem("day.wrong"));
    } else if (!problems.containsKey("validFrom")) {
      Validity validity = validity(edit);
      if (validity.until() != null && !validity.mayBegin(validity.until())) {
        problems.put("validUntil", new CourseProblem("valid.order"));
      }
    }
  }

  private static boolean wrongDay(String typed) {
    return !typed.isEmpty() && day(typed).isEmpty();
  }

  private static Optional<LocalDate> day(String typed) {
    try {
      return typed.matches(DAY) ? Optional.of(LocalDate.parse(typed)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Validity validity(CourseEdit edit) {
    return new Validity(day(edit.validFrom()).orElse(null), day(edit.validUntil()).orElse(null));
  }

  private Optional<CourseProblem> further(CourseEdit edit) {
    if (edit.furtherThemes().size() > MOST_THEMES) {
      return Optional.of(new CourseProblem("themes.many", String.valueOf(MOST_THEMES)));
    }
    return themes.containsAll(edit.furtherThemes())
        ? Optional.empty()
        : Optional.of(new CourseProblem("theme.missing"));
  }

  private Optional<CourseProblem> given(CourseEdit edit) {
    Set<String> named = new HashSet<>();
    for (String written : edit.gives()) {
      Optional<GivenCompetency> given = GivenCompetency.of(written);
      if (given.isEmpty() || !competencies.contains(given.get().code())) {
        return Optional.of(new CourseProblem("gives.wrong"));
      }
      if (!named.add(given.get().code())) {
        return Optional.of(new CourseProblem("gives.twice"));
      }
    }
    return named.size() > MOST_COMPETENCIES
        ? Optional.of(new CourseProblem("gives.many", String.valueOf(MOST_COMPETENCIES)))
        : Optional.empty();
  }

  private Optional<CourseProblem> required(CourseEdit edit, Long id) {
    List<String> codes = edit.requiredCodes();
    if (codes.size() > MOST_REQUIRED) {
      return Optional.of(new CourseProblem("requires.many", String.valueOf(MOST_REQUIRED)));
    }
    List<String> unknown = codes.stream().filter(code -> !published.containsKey(code)).toList();
    if (!unknown.isEmpty()) {
      return Optional.of(new CourseProblem("requires.unknown", String.join(", ", unknown)));
    }
    if (id == null) {
      return Optional.empty();
    }
    List<Long> circle = prerequisites.circle(id, ids(codes));
    return circle.isEmpty()
        ? Optional.empty()
        : Optional.of(new CourseProblem("requires.circle", way(circle, edit.code(), id)));
  }

  /** The courses of a circle by their codes, in the order in which one would come round. */
  private String way(List<Long> circle, String own, long id) {
    Map<Long, String> codes = new LinkedHashMap<>();
    published.forEach((code, number) -> codes.put(number, code));
    codes.put(id, own);
    return circle.stream()
        .map(each -> codes.getOrDefault(each, String.valueOf(each)))
        .collect(Collectors.joining(" → "));
  }

  private List<Long> ids(Collection<String> codes) {
    List<Long> ids = new ArrayList<>();
    codes.forEach(code -> ids.add(published.get(code)));
    return ids;
  }

  /** What was typed, once nothing is wrong with it. */
  CourseDescription description(CourseEdit edit) {
    return new CourseDescription(
        edit.centre(),
        CatalogueKind.of(edit.catalogue()).orElseThrow(),
        edit.theme(),
        new LinkedHashSet<>(
            edit.furtherThemes().stream().filter(theme -> !theme.equals(edit.theme())).toList()),
        Level.of(edit.level()).orElseThrow(),
        Mode.of(edit.mode()).orElseThrow(),
        hours(edit.hours()).orElseThrow(),
        Audience.list(String.join(" ", edit.audiences())),
        edit.instrument().isEmpty() ? null : edit.instrument(),
        edit.sponsor().isEmpty() ? null : edit.sponsor(),
        edit.gives().stream().map(given -> GivenCompetency.of(given).orElseThrow()).toList(),
        Set.copyOf(ids(edit.requiredCodes())),
        validity(edit));
  }

  private static Optional<Integer> hours(String typed) {
    return typed.matches("[0-9]{1,4}")
        ? Optional.of(Integer.valueOf(typed)).filter(hours -> hours >= 1 && hours <= MOST_HOURS)
        : Optional.empty();
  }

  /**
   * @param complete whether it is read by everybody already, or is to be
   * @return by field, in the order of the form; empty when all is well
   */
  static Map<String, CourseProblem> problems(TextEdit edit, boolean complete) {
    Map<String, CourseProblem> problems = new LinkedHashMap<>();
    if (Language.of(edit.language()).isEmpty()) {
      problems.put("language", new CourseProblem("language.missing"));
    }
    check(problems, "title", edit.title(), LONGEST_TITLE, true);
    check(problems, "summary", edit.summary(), LONGEST_SUMMARY, complete);
    check(problems, "body", edit.body(), LONGEST_BODY, complete);
    return problems;
  }

  private static void check(
      Map<String, CourseProblem> problems,
      String field,
      String typed,
      int longest,
      boolean needed) {
    if (typed.length() > longest) {
      problems.put(field, new CourseProblem("long", String.valueOf(longest)));
    } else if (needed && typed.isEmpty()) {
      problems.put(field, new CourseProblem(field + ".missing"));
    }
  }

  /** A reason that somebody is to read. */
  static Optional<CourseProblem> reason(String typed) {
    if (typed.isEmpty()) {
      return Optional.of(new CourseProblem("reason.missing"));
    }
    return typed.length() > LONGEST_REASON
        ? Optional.of(new CourseProblem("long", String.valueOf(LONGEST_REASON)))
        : Optional.empty();
  }

  /** What keeps a course from being submitted and published, as keys of messages. */
  static List<String> missing(List<TextEdit> texts, String master, boolean givesAnything) {
    List<String> missing = new ArrayList<>();
    Optional<TextEdit> first =
        texts.stream().filter(text -> text.language().equals(master)).findFirst();
    if (first.isEmpty() || first.get().summary().isEmpty()) {
      missing.add("summary");
    }
    if (first.isEmpty() || first.get().body().isEmpty()) {
      missing.add("body");
    }
    if (texts.stream()
        .filter(text -> !text.language().equals(master))
        .anyMatch(text -> text.summary().isEmpty() || text.body().isEmpty())) {
      missing.add("translation");
    }
    if (!givesAnything) {
      missing.add("gives");
    }
    return missing;
  }
}
