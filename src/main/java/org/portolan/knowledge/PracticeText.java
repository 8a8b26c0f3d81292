package org.portolan.knowledge;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** A practice in the words of one language. */
@Entity
@Table(name = "practice_text")
@IdClass(PracticeText.Key.class)
class PracticeText {
  @Id
  @ManyToOne
  @JoinColumn(name = "practice_id")
  private Practice practice;

  @Id private String language;
  private String title;
  private String summary;
  private String body;
  private boolean original;

  protected PracticeText() {}

  PracticeText(Practice practice, PracticeEdit edit, boolean original) {
    this.practice = practice;
    this.language = edit.language();
    this.original = original;
    change(edit);
  }

  void change(PracticeEdit edit) {
    title = edit.title();
    summary = edit.summary();
    body = edit.body();
  }

  String language() {
    return language;
  }

  String title() {
    return title;
  }

  String summary() {
    return summary;
  }

  String body() {
    return body;
  }

  boolean original() {
    return original;
  }

  /** Practice and language together. */
  public static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    private Long practice;
    private String language;

    public Key() {}

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && Objects.equals(practice, key.practice)
          && Objects.equals(language, key.language);
    }

    @Override
    public int hashCode() {
      return Objects.hash(practice, language);
    }
  }
}
