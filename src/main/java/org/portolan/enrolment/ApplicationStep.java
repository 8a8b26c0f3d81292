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

/** A state that an application came to: when, by whom, and with which words. Never changed. */
@Entity
@Table(name = "application_step")
class ApplicationStep {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "application_id")
  private Application application;

  @Convert(converter = ApplicationStateConverter.class)
  private ApplicationState state;

  @Column(name = "actor_id")
  private Long actorId;

  private String reason;

  @Column(name = "happened_at")
  @Convert(converter = InstantColumn.class)
  private Instant happenedAt;

  protected ApplicationStep() {}

  ApplicationStep(
      Application application,
      ApplicationState state,
      Long actorId,
      String reason,
      Instant happenedAt) {
    this.application = application;
    this.state = state;
    this.actorId = actorId;
    this.reason = reason;
    this.happenedAt = happenedAt;
  }

  ApplicationState state() {
    return state;
  }

  Instant happenedAt() {
    return happenedAt;
  }
}
