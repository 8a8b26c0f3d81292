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

  public boolean stale() {
    return texts.stream().anyMatch(LanguageText::stale);
  }
}
