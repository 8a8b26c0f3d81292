package org.portolan.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;

/**
 * Somebody was asked to take an account in an administration; the link is good once, for a time.
 */
@Entity
@Table(name = "invitation")
class Invitation {
  static final Duration LIFE = Duration.ofDays(14);

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "member_code")
  private String memberCode;

  @Column(name = "given_name")
  private String givenName;

  @Column(name = "family_name")
  private String familyName;

  private String email;
  private String language;
  private String post;
  private String state;

  @Column(name = "token_hash")
  private String tokenHash;

  @Column(name = "invited_by")
  private long invitedBy;

  @Column(name = "person_id")
  private Long personId;

  @Column(name = "letter_id")
  private Long letterId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Version private int version;

  protected Invitation() {}

  Invitation(String memberCode, NewOfficer officer, long invitedBy, Instant now) {
    this.memberCode = memberCode;
    this.givenName = officer.given();
    this.familyName = officer.family();
    this.email = officer.address().text();
    this.language = officer.language();
    this.post = officer.post();
    this.state = InvitationState.OPEN.code();
    this.invitedBy = invitedBy;
    this.createdAt = now;
    this.expiresAt = now.plus(LIFE);
  }

  long id() {
    return id;
  }

  String memberCode() {
    return memberCode;
  }

  EmailAddress email() {
    return new EmailAddress(email);
  }

  String name() {
    return givenName + " " + familyName;
  }

  String language() {
    return language;
  }

  Long letterId() {
    return letterId;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  InvitationState state(Instant now) {
    InvitationState kept = InvitationState.valueOf(state.toUpperCase(java.util.Locale.ROOT));
    return kept == InvitationState.OPEN && !now.isBefore(expiresAt)
        ? InvitationState.EXPIRED
        : kept;
  }

  /** Whether it can still be sent again or withdrawn. */
  boolean pending(Instant now) {
    InvitationState kept = state(now);
    return kept == InvitationState.OPEN || kept == InvitationState.EXPIRED;
  }

  /** From now on this link opens it, and no other. */
  void sentWith(String hash, Long letter, Instant now) {
    tokenHash = hash;
    letterId = letter;
    expiresAt = now.plus(LIFE);
  }

  void withdraw() {
    state = InvitationState.WITHDRAWN.code();
    tokenHash = null;
  }

  void accept(long person) {
    state = InvitationState.ACCEPTED.code();
    personId = person;
    tokenHash = null;
  }

  OpenInvitation open() {
    return new OpenInvitation(id, memberCode, givenName, familyName, email, language, post);
  }

  InvitationSummary summary(Instant now) {
    return new InvitationSummary(
        id, memberCode, name(), email, post, state(now), createdAt, expiresAt, letterId);
  }
}
