package org.portolan.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.portolan.people.EmailAddress;

/**
 * Somebody wants their account to be known by another address. The new address and the former one
 * have to agree, each once, within two days; either link is known by its hash alone.
 */
@Entity
@Table(name = "address_change")
class AddressChange {
  static final Duration LIFE = Duration.ofHours(48);
  private static final String OPEN = "open";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "person_id")
  private long personId;

  private String email;

  @Column(name = "former_email")
  private String formerEmail;

  private String state;

  @Column(name = "new_hash")
  private String newHash;

  @Column(name = "former_hash")
  private String formerHash;

  @Column(name = "new_agreed")
  private Instant newAgreed;

  @Column(name = "former_agreed")
  private Instant formerAgreed;

  @Column(name = "agreed_by")
  private Long agreedBy;

  @Column(name = "letter_id")
  private Long letterId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Version private int version;

  protected AddressChange() {}

  /**
   * @param newHash of the link to the new address; null where that address is not to be had, which
   *     nobody but its owner learns
   */
  AddressChange(
      long personId,
      EmailAddress wished,
      EmailAddress former,
      String newHash,
      String formerHash,
      Instant now) {
    this.personId = personId;
    this.email = wished.text();
    this.formerEmail = former.text();
    this.state = OPEN;
    this.newHash = newHash;
    this.formerHash = formerHash;
    this.createdAt = now;
    this.expiresAt = now.plus(LIFE);
  }

  long id() {
    return id;
  }

  long personId() {
    return personId;
  }

  EmailAddress wished() {
    return new EmailAddress(email);
  }

  EmailAddress former() {
    return new EmailAddress(formerEmail);
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  boolean openAt(Instant now) {
    return state.equals(OPEN) && now.isBefore(expiresAt);
  }

  /** The new address was asked by this letter, which names nobody. */
  void askedNewBy(long letter) {
    letterId = letter;
  }

  /** The letter to the new address, or null. */
  Long letterId() {
    return letterId;
  }

  /** Whether a link is the one that went to the former address. */
  boolean isOfFormer(String hash) {
    return hash.equals(formerHash);
  }

  boolean isOfNew(String hash) {
    return hash.equals(newHash);
  }

  boolean newHasAgreed() {
    return newAgreed != null;
  }

  boolean formerHasAgreed() {
    return formerAgreed != null;
  }

  boolean bothHaveAgreed() {
    return newHasAgreed() && formerHasAgreed();
  }

  void newAgrees(Instant now) {
    newAgreed = now;
    newHash = null;
  }

  void formerAgrees(Instant now) {
    formerAgreed = now;
    formerHash = null;
  }

  /** Somebody who looks after the account agrees in the place of a mailbox that nobody reads. */
  void agreeInPlaceOfFormer(long by, Instant now) {
    formerAgrees(now);
    agreedBy = by;
  }

  void done(Instant now) {
    end("done", now);
  }

  void refuse(Instant now) {
    end("refused", now);
  }

  void takeBack(Instant now) {
    end("taken_back", now);
  }

  /** The address went to somebody else meanwhile. */
  void becomeVoid(Instant now) {
    end("void", now);
  }

  private void end(String how, Instant now) {
    state = how;
    endedAt = now;
    newHash = null;
    formerHash = null;
  }
}
