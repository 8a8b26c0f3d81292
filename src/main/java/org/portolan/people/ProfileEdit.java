package org.portolan.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.mail.Letter;

/**
 * What a person says about themselves, as it was typed.
 *
 * @param levels how well they know a language, by its code
 * @param zone an IANA name; empty for that of the administration
 * @param namePublic whether everybody is told of them where they hold an office
 * @param findable whether colleagues find them by name
 * @param version of the profile that was shown
 */
public record ProfileEdit(
    String given,
    String family,
    String post,
    String grade,
    String language,
    String inServiceSince,
    String inPostSince,
    Map<String, String> levels,
    String supervisorName,
    String supervisorEmail,
    String gender,
    String zone,
    String accessibility,
    boolean namePublic,
    boolean findable,
    int version) {
  public static final List<String> LEVELS = List.of("A1", "A2", "B1", "B2", "C1", "C2");
  public static final List<String> GENDERS = List.of("female", "male", "other");

  /** Languages beside the six of which people say how well they know them. */
  public static final List<String> OTHER_LANGUAGES =
      List.of("de", "fa", "hi", "it", "ja", "ko", "nl", "sw", "tr", "zh");

  private static final int LONGEST_GRADE = 80;
  private static final int LONGEST_SUPERVISOR = 160;
  private static final int LONGEST_NEEDS = 1000;
  private static final LocalDate EARLIEST = LocalDate.of(1940, 1, 1);

  public ProfileEdit {
    given = stripped(given);
    family = stripped(family);
    post = stripped(post);
    grade = stripped(grade);
    language = stripped(language);
    inServiceSince = stripped(inServiceSince);
    inPostSince = stripped(inPostSince);
    supervisorName = stripped(supervisorName);
    supervisorEmail = stripped(supervisorEmail);
    gender = stripped(gender);
    zone = stripped(zone);
    accessibility = stripped(accessibility);
    // sorted: it is told from another by its text, on whatever node
    Map<String, String> said = new TreeMap<>(levels);
    said.values().removeIf(level -> level == null || level.isBlank());
    levels = Collections.unmodifiableMap(said);
  }

  private static String stripped(String text) {
    return text == null ? "" : text.strip();
  }

  /** What is wrong with it: kinds of trouble by field. */
  Map<String, String> problems(LocalDate today) {
    Map<String, String> problems = new LinkedHashMap<>();
    new NewOfficer(given, family, "", "en", post)
        .problems()
        .forEach(
            (field, problem) -> {
              if (!field.equals("email")) {
                problems.put(field, problem);
              }
            });
    if (Language.of(language).isEmpty()) {
      problems.put("language", "language");
    }
    longest(problems, "grade", grade, LONGEST_GRADE);
    LocalDate service = day(problems, "service", inServiceSince, today);
    LocalDate inPost = day(problems, "since", inPostSince, today);
    if (service != null && inPost != null && inPost.isBefore(service)) {
      problems.put("since", "before");
    }
    if (!levels.values().stream().allMatch(LEVELS::contains)
        || !levels.keySet().stream()
            .allMatch(code -> Language.of(code).isPresent() || OTHER_LANGUAGES.contains(code))) {
      problems.put("levels", "level");
    }
    longest(problems, "supervisor", supervisorName, LONGEST_SUPERVISOR);
    if (!supervisorEmail.isEmpty() && !Letter.reachable(supervisorEmail)) {
      problems.put("supervisor_email", "address");
    }
    if (!gender.isEmpty() && !GENDERS.contains(gender)) {
      problems.put("gender", "choice");
    }
    if (!zone.isEmpty() && !zones().contains(zone)) {
      problems.put("zone", "zone");
    }
    longest(problems, "needs", accessibility, LONGEST_NEEDS);
    return problems;
  }

  private static void longest(
      Map<String, String> problems, String field, String text, int longest) {
    if (text.length() > longest) {
      problems.put(field, "long");
    }
  }

  private static LocalDate day(
      Map<String, String> problems, String field, String typed, LocalDate today) {
    if (typed.isEmpty()) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(typed);
      if (day.isAfter(today) || day.isBefore(EARLIEST)) {
        problems.put(field, "range");
      }
      return day;
    } catch (DateTimeException e) {
      problems.put(field, "day");
      return null;
    }
  }

  /** Zones of places, as people look for them. */
  public static Set<String> zones() {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(
            zone ->
                zone.equals("UTC")
                    || zone.matches(
                        "(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
        .collect(Collectors.toCollection(java.util.TreeSet::new));
  }

  /** As it is kept: {@code en:B2 fr:C1}. */
  String levelsText() {
    return new TreeMap<>(levels)
        .entrySet().stream()
            .map(level -> level.getKey() + ":" + level.getValue())
            .collect(Collectors.joining(" "));
  }

  static Map<String, String> levels(String text) {
    Map<String, String> levels = new TreeMap<>();
    for (String level : text.split(" ")) {
      int colon = level.indexOf(':');
      if (colon > 0) {
        levels.put(level.substring(0, colon), level.substring(colon + 1).toUpperCase(Locale.ROOT));
      }
    }
    return levels;
  }
}
