package org.portolan.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A published course with all by which it is listed, narrowed and compared.
 *
 * @param themes the one under which it is filed first
 * @param words in every language, without bodies
 */
public record ShelvedCourse(
    CourseFacts facts,
    CatalogueKind catalogue,
    String memberCode,
    List<String> themes,
    List<Audience> audiences,
    String sponsorCode,
    List<GivenCompetency> gives,
    List<CourseWords> words,
    Instant publishedAt) {

  /**
   * @param further themes beside the one under which it is filed
   */
  static ShelvedCourse of(
      Course course, List<CourseWords> words, List<String> further, List<GivenCompetency> gives) {
    List<String> themes = new ArrayList<>(List.of(course.facts().themeCode()));
    further.stream().filter(theme -> !themes.contains(theme)).forEach(themes::add);
    return new ShelvedCourse(
        course.facts(),
        course.catalogue(),
        course.memberCode(),
        List.copyOf(themes),
        Audience.list(course.facts().audience()),
        course.sponsorCode(),
        gives.stream().sorted(Comparator.comparingInt(GivenCompetency::level).reversed()).toList(),
        words,
        course.publishedAt());
  }

  List<String> languages() {
    return words.stream()
        .map(CourseWords::language)
        .sorted(Comparator.comparingInt(Fallback::order))
        .toList();
  }

  /** Under which values of a facet it stands, its packages aside. */
  List<String> values(Facet facet) {
    return switch (facet) {
      case PACKAGE -> List.of();
      case THEME -> themes;
      case LANGUAGE -> languages();
      case CATALOGUE -> List.of(catalogue.code());
      case REGION -> List.of(facts.regionCode());
      case MEMBER -> catalogue == CatalogueKind.MEMBER ? given(memberCode) : List.of();
      case CENTRE -> List.of(facts.centreCode());
      case MODE -> List.of(facts.mode());
      case LEVEL -> List.of(facts.level());
      case AUDIENCE -> audiences.stream().map(Audience::code).toList();
      case COMPETENCY -> gives.stream().map(GivenCompetency::code).toList();
      case INSTRUMENT -> given(facts.instrument());
      case SPONSOR -> given(sponsorCode);
    };
  }

  private static List<String> given(String value) {
    List<String> values = new ArrayList<>();
    if (value != null) {
      values.add(value);
    }
    return values;
  }
}
