package org.portolan.enrolment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How many seats of a session are taken; changed only while the session's row is held. */
@Entity
@Table(name = "seat_count")
class SeatCount {
  @Id
  @Column(name = "session_id")
  private long sessionId;

  private int capacity;
  private int taken;

  protected SeatCount() {}

  SeatCount(long sessionId, int capacity) {
    this.sessionId = sessionId;
    this.capacity = capacity;
  }

  /** Follows the seats of the session, but never below those that people hold. */
  void resize(int seats) {
    capacity = Math.max(seats, taken);
  }

  void take() {
    if (full()) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.SESSION_FULL);
    }
    taken++;
  }

  void release() {
    if (taken == 0) {
      throw new IllegalStateException("no seat of session " + sessionId + " is taken");
    }
    taken--;
  }

  boolean full() {
    return taken >= capacity;
  }

  int taken() {
    return taken;
  }

  int capacity() {
    return capacity;
  }
}
