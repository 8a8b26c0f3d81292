package org.portolan.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.portolan.platform.security.Token;

/** The account that somebody whom a provider knows has here. */
@Entity
@Table(name = "identity_link")
class IdentityLink {
  @Id
  @Column(name = "subject_hash")
  private String subjectHash;

  @Column(name = "provider_id")
  private long providerId;

  @Column(name = "person_id")
  private long personId;

  @Column(name = "linked_at")
  private Instant linkedAt;

  protected IdentityLink() {}

  IdentityLink(String subjectHash, long providerId, long personId, Instant now) {
    this.subjectHash = subjectHash;
    this.providerId = providerId;
    this.personId = personId;
    this.linkedAt = now;
  }

  static String hash(String issuer, String subject) {
    return Token.sha256(issuer + '\n' + subject);
  }

  long personId() {
    return personId;
  }
}
