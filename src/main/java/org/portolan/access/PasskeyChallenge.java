package org.portolan.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** What a passkey was asked to sign: once, for one purpose, within five minutes. */
@Entity
@Table(name = "passkey_challenge")
class PasskeyChallenge {
  static final Duration LIFE = Duration.ofMinutes(5);

  @Id
  @Column(name = "challenge_hash")
  private String challengeHash;

  private String purpose;

  @Column(name = "person_id")
  private Long personId;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected PasskeyChallenge() {}

  PasskeyChallenge(String challengeHash, PasskeyPurpose purpose, Long personId, Instant now) {
    this.challengeHash = challengeHash;
    this.purpose = purpose.code();
    this.personId = personId;
    this.expiresAt = now.plus(LIFE);
  }
}
