package org.portolan.condition.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionSummary;
import org.portolan.catalog.Catalog;
import org.portolan.catalog.CourseLinks;
import org.portolan.catalog.CourseTitle;
import org.portolan.competency.Competencies;
import org.portolan.competency.CompetencyLevel;
import org.portolan.competency.CompetencySummary;
import org.portolan.condition.EligibilityCheck;
import org.portolan.eligibility.Condition;
import org.portolan.eligibility.Engagement;
import org.portolan.eligibility.Remedy;
import org.portolan.eligibility.Requirement;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.region.Directory;

/** Conditions and what would help, in the words of the reader. */
@Named("conditionWords")
@RequestScoped
public class ConditionWords {
  private static final String PROFILE = "/account/profile";
  private static final String COMPETENCIES = "/account/competencies";

  @Inject private EligibilityCheck check;
  @Inject private Competencies competencies;
  @Inject private Catalog catalog;
  @Inject private CourseLinks links;
  @Inject private CalendarService calendar;
  @Inject private Directory directory;
  @Inject private CurrentLanguage language;
  @Inject private Formats formats;
  @Inject private Texts texts;

  private Map<String, CompetencySummary> known;
  private Map<String, String> courses;
  private final Map<Long, List<String>> asked = new HashMap<>();
  private final Map<Long, SessionSummary> sessions = new HashMap<>();

  /** What a session asks for, a sentence for each requirement. */
  public List<String> askedBy(long session) {
    return asked.computeIfAbsent(
        session, id -> check.askedBy(id).all().stream().map(this::says).toList());
  }

  /** What is required, in a sentence. */
  public String says(Requirement requirement) {
    return requirement.anyOf().stream()
        .map(this::says)
        .collect(Collectors.joining(" " + texts.get("condition.or") + " "));
  }

  private String says(Condition condition) {
    String key = "condition.says." + condition.kind().code();
    return switch (condition.kind()) {
      case COMPETENCY -> texts.of2(key, competency(condition.which()), level(condition.much()));
      case COURSE ->
          condition.much().isEmpty()
              ? texts.of(key, course(condition.which()))
              : texts.of2(
                  "condition.says.course-lately",
                  course(condition.which()),
                  Integer.valueOf(condition.much()));
      case IN_POST, PER_YEAR -> texts.of(key, Integer.valueOf(condition.much()));
      case SPEAKS -> texts.of2(key, languageName(condition.which()), condition.much());
      case JOB, MEMBER, REGION -> texts.of(key, names(condition));
      case NO_OVERLAP -> texts.get(key);
    };
  }

  /** What would help, in a sentence. */
  public String helps(Remedy remedy) {
    String key = "condition.helps." + remedy.kind().code();
    Condition condition = remedy.condition();
    return switch (remedy.kind()) {
      case LEARN, CONFIRM -> texts.of(key, competency(condition.which()));
      case COMPLETE -> texts.of(key, course(condition.which()));
      case REPEAT -> texts.of2(key, course(condition.which()), formats.date(remedy.day()));
      case WAIT -> texts.of(key, formats.date(remedy.day()));
      case SAY_LANGUAGE -> texts.of(key, languageName(condition.which()));
      case IMPROVE -> texts.of2(key, languageName(condition.which()), remedy.has());
      case OTHER_JOB -> texts.of(key, job(remedy.has()));
      case TAKE_BACK -> texts.of(key, titles(remedy.others()));
      case NEXT_YEAR -> texts.of2(key, titles(remedy.others()), formats.date(remedy.day()));
      case SAY_SINCE, SAY_JOB, OTHERS -> texts.get(key);
    };
  }

  /** The ways on. */
  public List<Way> ways(Remedy remedy) {
    String which = remedy.condition().which();
    return switch (remedy.kind()) {
      case LEARN -> {
        List<Way> ways = new ArrayList<>(courses(which, remedy.condition().much()));
        ways.add(way(COMPETENCIES, "competencies"));
        yield ways;
      }
      case CONFIRM, SAY_JOB, OTHER_JOB -> List.of(way(COMPETENCIES, "competencies"));
      case COMPLETE, REPEAT -> List.of(way("/catalog/" + which, "course"));
      case SAY_SINCE, SAY_LANGUAGE, IMPROVE -> List.of(way(PROFILE, "profile"));
      case TAKE_BACK, NEXT_YEAR -> List.of(way("/applications", "applications"));
      case WAIT, OTHERS -> List.of(way("/catalog", "catalog"));
    };
  }

  private Way way(String address, String word) {
    return new Way(address, texts.word("condition.way", word));
  }

  /** Courses that give a competency; where there is none yet, those of its theme. */
  private List<Way> courses(String competency, String level) {
    List<Way> giving =
        links.giving(competency, Integer.parseInt(level)).stream()
            .map(code -> new Way("/catalog/" + code, course(code)))
            .toList();
    if (!giving.isEmpty()) {
      return giving;
    }
    CompetencySummary found = known().get(competency);
    return List.of(
        found == null || found.themeCode() == null
            ? way("/catalog", "catalog")
            : way("/catalog?theme=" + found.themeCode(), "courses"));
  }

  private Map<String, CompetencySummary> known() {
    if (known == null) {
      known =
          competencies.all().stream()
              .collect(Collectors.toMap(CompetencySummary::code, each -> each));
    }
    return known;
  }

  String competency(String code) {
    CompetencySummary found = known().get(code);
    return found == null ? code : found.name().in(language.get());
  }

  private String level(String number) {
    return CompetencyLevel.of(Integer.parseInt(number))
        .map(level -> texts.word("competency.level", level.code()))
        .orElse(number);
  }

  String course(String code) {
    if (courses == null) {
      courses =
          catalog.all(language.get()).stream()
              .collect(Collectors.toMap(CourseTitle::code, CourseTitle::title));
    }
    return courses.getOrDefault(code, code);
  }

  String job(String code) {
    return competencies
        .profile(code)
        .map(profile -> profile.name().in(language.get()))
        .orElse(code);
  }

  String languageName(String code) {
    return Language.of(code).isPresent()
        ? texts.word("platform.language", code)
        : texts.word("people.profile.language", code);
  }

  private String names(Condition condition) {
    return condition.codes().stream()
        .map(code -> name(condition.kind(), code))
        .collect(Collectors.joining(", "));
  }

  private String name(Condition.Kind kind, String code) {
    return switch (kind) {
      case JOB -> job(code);
      case MEMBER ->
          directory.findMember(code).map(found -> found.name().in(language.get())).orElse(code);
      case REGION ->
          directory.findRegion(code).map(found -> found.name().in(language.get())).orElse(code);
      default -> code;
    };
  }

  private String titles(List<Engagement> engagements) {
    Set<Long> missing = new HashSet<>();
    engagements.forEach(each -> missing.add(each.session()));
    missing.removeAll(sessions.keySet());
    if (!missing.isEmpty()) {
      sessions.putAll(calendar.findAll(missing, language.get()));
    }
    return engagements.stream()
        .map(
            each ->
                sessions.containsKey(each.session())
                    ? sessions.get(each.session()).course().title()
                    : each.title())
        .collect(Collectors.joining(", "));
  }

  /** A link to where somebody can do something about it. */
  public record Way(String address, String label) {}
}
