package org.portolan.catalog;

import java.time.Instant;
import java.util.List;

/**
 * A course as a row of the desk.
 *
 * @param words its title, in the language of the reader where there is one
 */
public record DeskCourse(
    long id,
    String code,
    String centreCode,
    CatalogueKind catalogue,
    CourseState state,
    CourseTitle words,
    List<LanguageText> texts,
    Instant updatedAt) {

  static DeskCourse of(Course course, CourseTitle title) {
    return new DeskCourse(
        course.id(),
        course.code(),
        course.centreCode(),
        course.catalogue(),
        course.state(),
        title,
        course.languageTexts(),
        course.updatedAt());
  }

  public boolean stale() {
    return texts.stream().anyMatch(LanguageText::stale);
  }
}
