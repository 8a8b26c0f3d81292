package org.portolan.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The password of a person, known by its hash alone. Who has none cannot sign in by one. */
@Entity
@Table(name = "password")
class Password {
  @Id
  @Column(name = "person_id")
  private long personId;

  private String hash;

  @Column(name = "changed_at")
  private Instant changedAt;

  protected Password() {}

  Password(long personId, String hash, Instant now) {
    this.personId = personId;
    this.hash = hash;
    this.changedAt = now;
  }

  String hash() {
    return hash;
  }

  void change(String newHash, Instant now) {
    hash = newHash;
    changedAt = now;
  }
}
