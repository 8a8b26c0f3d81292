package org.portolan.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** Reads all published courses in five statements, however many there are. */
@ApplicationScoped
class ShelfReading {
  @Inject private CourseRepository courses;
  @Inject private Themes themes;

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  Shelf read() {
    Map<Long, List<CourseWords>> words = courses.publishedHeadlines();
    Map<Long, List<String>> further = courses.publishedThemes();
    Map<Long, List<GivenCompetency>> gives = courses.publishedCompetencies();
    return new Shelf(
        courses.published().stream()
            .map(
                course ->
                    ShelvedCourse.of(
                        course,
                        words.getOrDefault(course.id(), List.of()),
                        further.getOrDefault(course.id(), List.of()),
                        gives.getOrDefault(course.id(), List.of())))
            .toList(),
        theme -> themes.find(theme).map(ThemeSummary::packageCode).orElse(null));
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  long revision() {
    return courses.revision();
  }
}
