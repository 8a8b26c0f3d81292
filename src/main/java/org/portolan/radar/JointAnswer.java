package org.portolan.radar;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.portolan.platform.persistence.InstantColumn;

/** What one of the two centres said to a proposal. */
@Embeddable
class JointAnswer {
  private boolean agrees;
  private String reason;

  @Column(name = "answered_by")
  private long answeredBy;

  @Column(name = "answered_at")
  @Convert(converter = InstantColumn.class)
  private Instant answeredAt;

  protected JointAnswer() {}

  JointAnswer(boolean agrees, String reason, long by, Instant now) {
    this.agrees = agrees;
    this.reason = reason;
    this.answeredBy = by;
    this.answeredAt = now;
  }

  boolean agrees() {
    return agrees;
  }

  String reason() {
    return reason;
  }

  Instant answeredAt() {
    return answeredAt;
  }
}
