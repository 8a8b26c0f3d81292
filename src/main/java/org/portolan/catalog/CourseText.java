package org.portolan.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.util.Objects;

/**
 * What a course says of itself in one language; the body is Markdown. It tells one edition of the
 * course, which may be older than that of the text in the first language.
 */
@Entity
@Table(name = "course_text")
@IdClass(CourseText.Key.class)
class CourseText {
  @Id
  @ManyToOne
  @JoinColumn(name = "course_id")
  private Course course;

  @Id private String language;
  private String title;
  private String summary;

  @Column(columnDefinition = "MEDIUMTEXT")
  private String body;

  private int edition;
  @Version private int version;

  protected CourseText() {}

  CourseText(Course course, TextEdit edit, int edition) {
    this.course = course;
    this.language = edit.language();
    this.edition = edition;
    change(edit);
  }

  void change(TextEdit edit) {
    title = edit.title();
    summary = edit.summary();
    body = edit.body();
  }

  /** From now on it tells this edition of the course. */
  void follow(int current) {
    edition = current;
  }

  boolean says(TextEdit edit) {
    return title.equals(edit.title()) && summary.equals(edit.summary()) && body.equals(edit.body());
  }

  CourseWords words() {
    return new CourseWords(language, title, summary, body);
  }

  TextEdit edit() {
    return new TextEdit(language, title, summary, body);
  }

  String language() {
    return language;
  }

  int edition() {
    return edition;
  }

  int version() {
    return version;
  }

  /** Course and language together. */
  public static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    private Long course;
    private String language;

    public Key() {}

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && Objects.equals(course, key.course)
          && Objects.equals(language, key.language);
    }

    @Override
    public int hashCode() {
      return Objects.hash(course, language);
    }
  }
}
