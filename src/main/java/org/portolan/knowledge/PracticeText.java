package org.portolan.knowledge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
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
  private String context;
  private String problem;
  private String done;
  private String result;
  private String cost;
  private String conditions;
  private String contact;

  /** What fits in none of the sections. */
  private String body;

  private boolean original;

  /** How often it was written. */
  private int revision = 1;

  /** Which revision of the original a translation says; null for the original. */
  @Column(name = "based_on")
  private Integer basedOn;

  protected PracticeText() {}

  PracticeText(Practice practice, PracticeWords words) {
    this.practice = practice;
    this.language = words.language();
    this.original = words.original();
    change(words);
  }

  void change(PracticeWords words) {
    title = words.title();
    summary = words.summary();
    PracticeBody told = words.body();
    context = told.section(Section.CONTEXT);
    problem = told.section(Section.PROBLEM);
    done = told.section(Section.DONE);
    result = told.section(Section.RESULT);
    cost = told.section(Section.COST);
    conditions = told.section(Section.CONDITIONS);
    contact = told.section(Section.CONTACT);
    body = told.more();
    revision = words.revision();
    basedOn = words.basedOn();
  }

  PracticeWords words() {
    return new PracticeWords(
        language, title, summary, body(), revision, original ? null : followed());
  }

  /** What was laid down without saying so follows the first one. */
  private int followed() {
    return basedOn == null ? 1 : basedOn;
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

  PracticeBody body() {
    Map<Section, String> sections = new EnumMap<>(Section.class);
    for (Section section : Section.values()) {
      sections.put(section, section(section));
    }
    return new PracticeBody(sections, body);
  }

  private String section(Section section) {
    return switch (section) {
      case CONTEXT -> context;
      case PROBLEM -> problem;
      case DONE -> done;
      case RESULT -> result;
      case COST -> cost;
      case CONDITIONS -> conditions;
      case CONTACT -> contact;
    };
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
