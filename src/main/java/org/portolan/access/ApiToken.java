package org.portolan.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.portolan.platform.security.TokenScope;

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

  private String scopes;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "last_used_on")
  private LocalDate lastUsedOn;

  protected ApiToken() {}

  ApiToken(
      String tokenHash,
      long personId,
      String name,
      Set<TokenScope> scopes,
      Instant now,
      Instant expiresAt) {
    this.tokenHash = tokenHash;
    this.personId = personId;
    this.name = name;
    this.createdAt = now;
    this.scopes = TokenScope.write(scopes);
    this.expiresAt = expiresAt;
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

  PersonalToken summary(Instant now) {
    return new PersonalToken(
        id,
        name,
        createdAt,
        revokedAt,
        expiresAt,
        lastUsedOn,
        TokenScope.parse(scopes).contains(TokenScope.APPLY),
        revokedAt == null && expiresAt.isAfter(now));
  }
}
