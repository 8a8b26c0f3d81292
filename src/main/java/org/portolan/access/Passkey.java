package org.portolan.access;

import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.ByteArray;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A key that a person's device or security key holds for this site and uses once it has recognised
 * its owner. Here is only its public half.
 */
@Entity
@Table(name = "passkey")
class Passkey {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "person_id")
  private long personId;

  @Column(name = "credential_id")
  private byte[] credentialId;

  @Column(name = "user_handle")
  private byte[] userHandle;

  @Column(name = "public_key")
  private byte[] publicKey;

  @Column(name = "sign_count")
  private long signCount;

  private String name;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "last_used_at")
  private Instant lastUsedAt;

  protected Passkey() {}

  Passkey(long personId, RegisteredCredential credential, String name, Instant now) {
    this.personId = personId;
    this.credentialId = credential.getCredentialId().getBytes();
    this.userHandle = credential.getUserHandle().getBytes();
    this.publicKey = credential.getPublicKeyCose().getBytes();
    this.signCount = credential.getSignatureCount();
    this.name = name;
    this.createdAt = now;
  }

  long id() {
    return id;
  }

  long personId() {
    return personId;
  }

  String name() {
    return name;
  }

  ByteArray credentialId() {
    return new ByteArray(credentialId);
  }

  RegisteredCredential credential() {
    return RegisteredCredential.builder()
        .credentialId(credentialId())
        .userHandle(new ByteArray(userHandle))
        .publicKeyCose(new ByteArray(publicKey))
        .signatureCount(signCount)
        .build();
  }

  /** It signed something; its count of signatures tells copies of it apart. */
  void used(long count, Instant now) {
    signCount = count;
    lastUsedAt = now;
  }

  OwnPasskey summary() {
    return new OwnPasskey(id, name, createdAt, lastUsedAt);
  }
}
