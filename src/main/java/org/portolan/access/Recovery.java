package org.portolan.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** A link by which somebody sets a new password; known by its hash alone. */
@Entity
@Table(name = "recovery")
class Recovery {
  static final Duration LIFE = Duration.ofHours(1);

  @Id
  @Column(name = "token_hash")
  private String tokenHash;

  @Column(name = "person_id")
  private long personId;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected Recovery() {}

  Recovery(String tokenHash, long personId, Instant now) {
    this.tokenHash = tokenHash;
    this.personId = personId;
    this.expiresAt = now.plus(LIFE);
  }

  long personId() {
    return personId;
  }

  boolean worksAt(Instant now) {
    return now.isBefore(expiresAt);
  }
}
