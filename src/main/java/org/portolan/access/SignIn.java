package org.portolan.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** A browser in which a person is signed in; its token is known by its hash alone. */
@Entity
@Table(name = "sign_in")
class SignIn {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "token_hash")
  private String tokenHash;

  @Column(name = "person_id")
  private long personId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "last_seen_at")
  private Instant lastSeenAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  private String agent;

  @Column(name = "proved_at")
  private Instant provedAt;

  private boolean strong;

  @Column(name = "acting_as")
  private Long actingAs;

  @Column(name = "acting_until")
  private Instant actingUntil;

  @Column(name = "acting_reason")
  private String actingReason;

  protected SignIn() {}

  SignIn(
      String tokenHash, long personId, Instant now, Duration life, String agent, boolean strong) {
    this.tokenHash = tokenHash;
    this.personId = personId;
    this.createdAt = now;
    this.lastSeenAt = now;
    this.expiresAt = now.plus(life);
    this.agent = agent;
    this.provedAt = now;
    this.strong = strong;
  }

  /** The same person showed again who they are; the token they had is worth nothing from now on. */
  void prove(String newTokenHash, Instant now, boolean byTwoFactors) {
    tokenHash = newTokenHash;
    provedAt = now;
    strong |= byTwoFactors;
  }

  void strengthen() {
    strong = true;
  }

  /**
   * Its owner acts as somebody, no longer than this sign-in lasts.
   *
   * @return until when
   */
  Instant actAs(String newTokenHash, long person, Instant until, String reason) {
    tokenHash = newTokenHash;
    actingAs = person;
    actingUntil = until.isAfter(expiresAt) ? expiresAt : until;
    actingReason = reason;
    return actingUntil;
  }

  void actAsNobody(String newTokenHash) {
    tokenHash = newTokenHash;
    actingAs = null;
    actingUntil = null;
    actingReason = null;
  }

  /** Whom its owner acts as, or acted until the time was over; null when nobody. */
  Long actingAs() {
    return actingAs;
  }

  String actingReason() {
    return actingReason;
  }

  String tokenHash() {
    return tokenHash;
  }

  long personId() {
    return personId;
  }

  SignedInPlace place(String currentHash) {
    return new SignedInPlace(
        id, Agent.of(agent), createdAt, lastSeenAt, tokenHash.equals(currentHash));
  }
}
