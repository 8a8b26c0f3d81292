package org.portolan.knowledge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/** A practice as readers saw it until another version was published. */
@Entity
@Table(name = "practice_version")
@IdClass(PracticeVersion.Key.class)
class PracticeVersion {
  @Id
  @Column(name = "practice_id")
  private Long practiceId;

  @Id private Integer edition;

  private String content;

  @Column(name = "published_at")
  private Instant publishedAt;

  @Column(name = "published_by")
  private Long publishedBy;

  private String note;

  protected PracticeVersion() {}

  PracticeVersion(
      Long practiceId,
      int edition,
      PracticeContent content,
      Instant publishedAt,
      Long publishedBy,
      String note) {
    this.practiceId = practiceId;
    this.edition = edition;
    this.content = ContentJson.write(content);
    this.publishedAt = publishedAt;
    this.publishedBy = publishedBy;
    this.note = note;
  }

  int edition() {
    return edition;
  }

  PracticeContent content() {
    return ContentJson.read(content);
  }

  Instant publishedAt() {
    return publishedAt;
  }

  Long publishedBy() {
    return publishedBy;
  }

  String note() {
    return note;
  }

  /** Practice and edition together. */
  public static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    private Long practiceId;
    private Integer edition;

    public Key() {}

    Key(Long practiceId, Integer edition) {
      this.practiceId = practiceId;
      this.edition = edition;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && Objects.equals(practiceId, key.practiceId)
          && Objects.equals(edition, key.edition);
    }

    @Override
    public int hashCode() {
      return Objects.hash(practiceId, edition);
    }
  }
}
