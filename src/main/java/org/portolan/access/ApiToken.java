package org.portolan.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A personal token for programs, named by its owner, known here by its hash alone. */
@Entity
@Table(name = "api_token")
class ApiToken {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "token_hash")
  private String tokenHash;

  @Column(name = "person_id")
  private long personId;

  private String name;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  protected ApiToken() {}

  ApiToken(String tokenHash, long personId, String name, Instant now) {
    this.tokenHash = tokenHash;
    this.personId = personId;
    this.name = name;
    this.createdAt = now;
  }

  Long id() {
    return id;
  }

  String tokenHash() {
    return tokenHash;
  }

  long personId() {
    return personId;
  }

  void revoke(Instant now) {
    if (revokedAt == null) {
      revokedAt = now;
    }
  }

  PersonalToken summary() {
    return new PersonalToken(id, name, createdAt, revokedAt);
  }
}
