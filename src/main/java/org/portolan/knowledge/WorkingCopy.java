package org.portolan.knowledge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What editors write of a practice that readers see meanwhile as it was published. */
@Entity
@Table(name = "practice_work")
class WorkingCopy {
  @Id
  @Column(name = "practice_id")
  private Long practiceId;

  private String content;

  protected WorkingCopy() {}

  WorkingCopy(long practiceId, PracticeContent content) {
    this.practiceId = practiceId;
    change(content);
  }

  void change(PracticeContent now) {
    content = ContentJson.write(now);
  }

  long practiceId() {
    return practiceId;
  }

  PracticeContent content() {
    return ContentJson.read(content);
  }
}
