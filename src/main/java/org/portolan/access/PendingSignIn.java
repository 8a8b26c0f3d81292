package org.portolan.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** Somebody gave the right password and still owes the second factor. It opens nothing. */
@Entity
@Table(name = "pending_sign_in")
class PendingSignIn {
  static final Duration LIFE = Duration.ofMinutes(5);

  @Id
  @Column(name = "token_hash")
  private String tokenHash;

  @Column(name = "person_id")
  private long personId;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected PendingSignIn() {}

  PendingSignIn(String tokenHash, long personId, Instant now) {
    this.tokenHash = tokenHash;
    this.personId = personId;
    this.expiresAt = now.plus(LIFE);
  }

  long personId() {
    return personId;
  }

  boolean waits(Instant now) {
    return expiresAt.isAfter(now);
  }
}
