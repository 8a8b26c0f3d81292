package org.portolan.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.portolan.platform.likeness.WordSet;

/**
 * What counts of a course when it is held against another.
 *
 * @param titles by language
 * @param texts by language, summary and body
 */
record CourseSketch(
    Set<String> themes,
    Set<String> competencies,
    String level,
    String instrument,
    Map<String, WordSet> titles,
    Map<String, WordSet> texts) {

  static CourseSketch of(
      Collection<String> themes,
      Collection<GivenCompetency> gives,
      String level,
      String instrument,
      Collection<CourseWords> words) {
    Set<String> competencies = new HashSet<>();
    gives.forEach(given -> competencies.add(given.code()));
    Map<String, WordSet> titles = new HashMap<>();
    Map<String, WordSet> texts = new HashMap<>();
    for (CourseWords each : words) {
      titles.put(each.language(), WordSet.shingles(each.title()));
      texts.put(each.language(), WordSet.of(each.summary() + "\n" + each.body()));
    }
    return new CourseSketch(
        Set.copyOf(themes), Set.copyOf(competencies), level, instrument, titles, texts);
  }

  /**
   * @param words in every language, with bodies
   */
  static CourseSketch of(ShelvedCourse course, Collection<CourseWords> words) {
    return of(
        course.themes(),
        course.gives(),
        course.facts().level(),
        course.facts().instrument(),
        words);
  }

  static CourseSketch of(Course course) {
    return of(
        course.themes(),
        course.gives(),
        course.description().level().code(),
        course.description().instrument(),
        course.texts().stream().map(CourseText::words).toList());
  }
}
