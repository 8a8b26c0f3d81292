package org.portolan.platform.forgetting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * The last time that records of one kind were forgotten. One that did not come to its end, because
 * the node died, is gone on with, and what it forgot is counted with the rest.
 */
@Entity
@Table(name = "retention_run")
class RetentionRun {
  /** Somewhat less than a day, so that a turn that comes a little early does its work. */
  private static final Duration EVERY = Duration.ofHours(23);

  @Id private String kind;

  @Column(name = "began_at")
  private Instant beganAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  private int forgotten;
  private boolean failed;

  protected RetentionRun() {}

  RetentionRun(String kind) {
    this.kind = kind;
  }

  boolean dueAt(Instant now) {
    return endedAt == null || !beganAt.plus(EVERY).isAfter(now);
  }

  void begin(Instant now) {
    if (endedAt != null || beganAt == null) {
      forgotten = 0;
    }
    beganAt = now;
    endedAt = null;
    failed = false;
  }

  void count(int more) {
    forgotten += more;
  }

  void end(Instant now, boolean withFailure) {
    endedAt = now;
    failed = withFailure;
  }

  String kind() {
    return kind;
  }

  Instant beganAt() {
    return beganAt;
  }

  int forgotten() {
    return forgotten;
  }

  boolean failed() {
    return failed;
  }
}
