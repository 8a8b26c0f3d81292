package org.portolan.reuse.comment;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.persistence.InstantColumn;
import org.portolan.platform.web.TypedText;

/** What somebody says of a practice, or answers to what somebody else said. */
@Entity
@Table(name = "practice_comment")
class PracticeComment {
  static final int LONGEST = 2_000;
  static final int LONGEST_REASON = 300;

  /** Long enough to mend a slip; afterwards others may have answered. */
  static final Duration CHANGEABLE = Duration.ofMinutes(15);

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "practice_id")
  private long practiceId;

  @Column(name = "parent_id")
  private Long parentId;

  @Column(name = "person_id")
  private long personId;

  private String words;
  private String language;

  @Column(name = "said_at")
  @Convert(converter = InstantColumn.class)
  private Instant saidAt;

  @Column(name = "changed_at")
  @Convert(converter = InstantColumn.class)
  private Instant changedAt;

  @Column(name = "withdrawn_at")
  @Convert(converter = InstantColumn.class)
  private Instant withdrawnAt;

  @Column(name = "hidden_by")
  private Long hiddenBy;

  @Column(name = "hidden_at")
  @Convert(converter = InstantColumn.class)
  private Instant hiddenAt;

  @Column(name = "hidden_reason")
  private String hiddenReason = "";

  @Version private int version;

  protected PracticeComment() {}

  PracticeComment(
      long practiceId, Long parentId, long personId, String words, Language language, Instant now) {
    this.practiceId = practiceId;
    this.parentId = parentId;
    this.personId = personId;
    this.words = words;
    this.language = language.code();
    this.saidAt = now;
  }

  /** What was typed, where it can be said. */
  static String checked(String typed) throws InvalidComment {
    String words = TypedText.of(typed);
    if (words.isEmpty()) {
      throw new InvalidComment("words");
    }
    if (words.length() > LONGEST) {
      throw new InvalidComment("long");
    }
    return words;
  }

  boolean changeable(long person, Instant now) {
    return personId == person && shown() && now.isBefore(saidAt.plus(CHANGEABLE));
  }

  void change(String typed, Instant now) throws InvalidComment {
    words = checked(typed);
    changedAt = now;
  }

  void withdraw(Instant now) {
    words = "";
    hiddenReason = "";
    withdrawnAt = now;
  }

  void hide(long editor, String reason, Instant now) throws InvalidComment {
    String why = TypedText.of(reason);
    if (why.isEmpty()) {
      throw new InvalidComment("reason");
    }
    if (why.length() > LONGEST_REASON) {
      throw new InvalidComment("reason-long");
    }
    hiddenBy = editor;
    hiddenReason = why;
    hiddenAt = now;
  }

  void showAgain() {
    hiddenBy = null;
    hiddenReason = "";
    hiddenAt = null;
  }

  boolean shown() {
    return !withdrawn() && !hidden();
  }

  boolean withdrawn() {
    return withdrawnAt != null;
  }

  boolean hidden() {
    return hiddenAt != null;
  }

  boolean answer() {
    return parentId != null;
  }

  long id() {
    return id;
  }

  long practiceId() {
    return practiceId;
  }

  Long parentId() {
    return parentId;
  }

  long personId() {
    return personId;
  }

  String words() {
    return words;
  }

  String language() {
    return language;
  }

  Instant saidAt() {
    return saidAt;
  }

  boolean changed() {
    return changedAt != null;
  }

  String hiddenReason() {
    return hiddenReason;
  }

  int version() {
    return version;
  }
}
