package org.portolan.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What a course says of itself in one language; the body is Markdown. */
@Embeddable
class CourseText {
  private String language;
  private String title;
  private String summary;

  @Column(columnDefinition = "MEDIUMTEXT")
  private String body;

  protected CourseText() {}

  CourseWords words() {
    return new CourseWords(language, title, summary, body);
  }
}
