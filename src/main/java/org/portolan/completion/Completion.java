package org.portolan.completion;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.portolan.platform.persistence.InstantColumn;

/** What came of a session for one who had a seat in it. */
@Entity
@Table(name = "completion")
class Completion {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "person_id")
  private long personId;

  @Column(name = "course_id")
  private long courseId;

  @Column(name = "session_id")
  private long sessionId;

  @Convert(converter = CompletionResult.Column.class)
  private CompletionResult result;

  @Column(name = "on_day")
  private LocalDate day;

  @Column(name = "marked_by")
  private Long markedBy;

  @Column(name = "marked_at")
  @Convert(converter = InstantColumn.class)
  private Instant markedAt;

  protected Completion() {}

  /**
   * @param when the session ended for them, which is when they completed it
   */
  void mark(CompletionResult other, LocalDate when, long by, Instant now) {
    result = other;
    if (other == CompletionResult.COMPLETED) {
      day = when;
    }
    markedBy = by;
    markedAt = now;
  }

  long personId() {
    return personId;
  }

  CompletionResult result() {
    return result;
  }

  CompletionSummary summary() {
    return new CompletionSummary(courseId, sessionId, result, day);
  }
}
