package org.portolan.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody reads, what their job asks for and where they serve, as far as it decides which
 * courses suit them.
 *
 * @param languages codes, their own first language aside
 * @param needs by competency, the level that the job asks for; empty where no job is known
 */
record Wishes(
    String language,
    Set<String> languages,
    Map<String, Integer> needs,
    String region,
    String member,
    Experience experience) {
  /** A language that is known at least so well is read. */
  private static final Set<String> READING = Set.of("B1", "B2", "C1", "C2");

  private static final int NEED = 10;
  private static final int WHOLE_NEED = 5;
  private static final int OWN_CATALOGUE = 3;
  private static final int GLOBAL_CATALOGUE = 1;
  private static final int OWN_LANGUAGE = 2;
  private static final int OWN_AUDIENCE = 3;
  private static final int OWN_LEVEL = 3;

  /**
   * Languages that somebody reads.
   *
   * @param levels how well they know which
   */
  static Set<String> read(Map<String, String> levels) {
    return levels.entrySet().stream()
        .filter(level -> READING.contains(level.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Courses that suit, the most useful first. */
  List<FittingCourse> among(List<ShelvedCourse> courses, int most) {
    return courses.stream()
        .flatMap(course -> fit(course).stream())
        .sorted(
            Comparator.comparingInt(FittingCourse::weight)
                .reversed()
                .thenComparing(fit -> fit.course().facts().code()))
        .limit(most)
        .toList();
  }

  /**
   * Whether a course suits and why. It has to be told in a language that they read, be open to
   * their Member and not be behind them; where their job is known, it has to lead further in
   * something that the job asks for.
   */
  Optional<FittingCourse> fit(ShelvedCourse course) {
    Optional<String> read =
        course.languages().stream()
            .filter(each -> each.equals(language))
            .findFirst()
            .or(() -> course.languages().stream().filter(languages::contains).findFirst());
    if (read.isEmpty() || elsewhere(course) || experience.needsNot(course)) {
      return Optional.empty();
    }
    List<FittingReason> reasons = new ArrayList<>();
    int weight = 0;
    for (GivenCompetency given : course.gives()) {
      Integer need = needs.get(given.code());
      if (need != null && experience.learns(given)) {
        reasons.add(FittingReason.need(given, need));
        weight += NEED * Math.min(need, given.level()) + (given.level() >= need ? WHOLE_NEED : 0);
      }
    }
    if (!needs.isEmpty() && reasons.isEmpty()) {
      return Optional.empty();
    }
    reasons.add(FittingReason.language(read.get()));
    weight += read.get().equals(language) ? OWN_LANGUAGE : 0;
    Optional<Integer> ahead = experience.ahead(course);
    if (ahead.isPresent()) {
      reasons.add(FittingReason.level(ahead.get() >= 0));
      weight += ahead.get() >= 0 ? OWN_LEVEL : OWN_LEVEL * ahead.get();
    }
    if (experience.recruit() && course.audiences().contains(Audience.RECRUIT)) {
      reasons.add(FittingReason.audience(Audience.RECRUIT));
      weight += OWN_AUDIENCE;
    }
    switch (course.catalogue()) {
      case GLOBAL -> weight += GLOBAL_CATALOGUE;
      case REGION -> {
        if (course.facts().regionCode().equals(region)) {
          reasons.add(FittingReason.catalogue(CatalogueKind.REGION));
          weight += OWN_CATALOGUE;
        }
      }
      case MEMBER -> {
        reasons.add(FittingReason.catalogue(CatalogueKind.MEMBER));
        weight += OWN_CATALOGUE;
      }
    }
    return Optional.of(new FittingCourse(course, List.copyOf(reasons), weight));
  }

  /** The national catalogue of another Member is for its own people. */
  private boolean elsewhere(ShelvedCourse course) {
    return course.catalogue() == CatalogueKind.MEMBER
        && (course.memberCode() == null || !course.memberCode().equals(member));
  }
}
