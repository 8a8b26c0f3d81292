package org.portolan.enrolment;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.portolan.platform.persistence.InstantColumn;

/** A line of the ledger of seats. Written once, never changed. */
@Entity
@Table(name = "seat_entry")
class SeatEntry {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "session_id")
  private long sessionId;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "application_id")
  private Application application;

  private String kind;

  @Column(name = "happened_at")
  @Convert(converter = InstantColumn.class)
  private Instant happenedAt;

  protected SeatEntry() {}

  SeatEntry(Application application, SeatChange change, Instant happenedAt) {
    this.sessionId = application.sessionId();
    this.application = application;
    this.kind = change.code();
    this.happenedAt = happenedAt;
  }

  SeatMove move() {
    return new SeatMove(application.personId(), SeatChange.of(kind));
  }
}
