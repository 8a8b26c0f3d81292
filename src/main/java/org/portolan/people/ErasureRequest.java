package org.portolan.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** Somebody asked for their account to be erased; they may think again for some days. */
@Entity
@Table(name = "erasure_request")
class ErasureRequest {
  static final Duration WAIT = Duration.ofDays(7);
  private static final String ASKED = "asked";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "person_id")
  private long personId;

  private String state;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  protected ErasureRequest() {}

  ErasureRequest(long personId, Instant now) {
    this.personId = personId;
    this.state = ASKED;
    this.askedAt = now;
    this.dueAt = now.plus(WAIT);
  }

  long id() {
    return id;
  }

  long personId() {
    return personId;
  }

  Instant askedAt() {
    return askedAt;
  }

  Instant dueAt() {
    return dueAt;
  }

  void takeBack(Instant now) {
    end("taken_back", now);
  }

  void done(Instant now) {
    end("done", now);
  }

  private void end(String how, Instant now) {
    if (state.equals(ASKED)) {
      state = how;
      endedAt = now;
    }
  }
}
