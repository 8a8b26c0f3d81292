package org.portolan.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * The app on a person's phone that shows codes. It counts from the moment at which they proved by a
 * first code that app and server have the same secret.
 */
@Entity
@Table(name = "authenticator")
class Authenticator {
  @Id
  @Column(name = "person_id")
  private long personId;

  private byte[] secret;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "confirmed_at")
  private Instant confirmedAt;

  @Column(name = "last_step")
  private long lastStep;

  protected Authenticator() {}

  Authenticator(long personId, byte[] sealedSecret, Instant now) {
    this.personId = personId;
    this.secret = sealedSecret.clone();
    this.createdAt = now;
  }

  byte[] sealedSecret() {
    return secret.clone();
  }

  boolean confirmed() {
    return confirmedAt != null;
  }

  Instant confirmedAt() {
    return confirmedAt;
  }

  /** Takes the code of a step, once: nothing that was seen before opens anything again. */
  boolean take(long step) {
    if (step <= lastStep) {
      return false;
    }
    lastStep = step;
    return true;
  }

  void confirm(Instant now) {
    confirmedAt = now;
  }
}
