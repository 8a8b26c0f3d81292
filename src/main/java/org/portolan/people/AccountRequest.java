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
 * An officer without an account asks for one. First they show that the address is theirs, by a link
 * known by its hash alone; then whoever decides for the Member invites or refuses them.
 */
@Entity
@Table(name = "account_request")
class AccountRequest {
  static final Duration LIFE = Duration.ofHours(48);
  private static final String ASKED = "asked";
  private static final String WAITING = "waiting";

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
  private String reason;
  private String state;

  @Column(name = "token_hash")
  private String tokenHash;

  private String answer;

  @Column(name = "decided_by")
  private Long decidedBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "confirmed_at")
  private Instant confirmedAt;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Version private int version;

  protected AccountRequest() {}

  AccountRequest(WantedAccount wanted, String tokenHash, Instant now) {
    this.memberCode = wanted.member();
    this.givenName = wanted.officer().given();
    this.familyName = wanted.officer().family();
    this.email = wanted.officer().address().text();
    this.language = wanted.officer().language();
    this.post = wanted.officer().post();
    this.reason = wanted.reason();
    this.state = ASKED;
    this.tokenHash = tokenHash;
    this.createdAt = now;
    this.expiresAt = now.plus(LIFE);
  }

  long id() {
    return id;
  }

  String memberCode() {
    return memberCode;
  }

  String reason() {
    return reason;
  }

  NewOfficer officer() {
    return new NewOfficer(givenName, familyName, email, language, post);
  }

  Instant confirmedAt() {
    return confirmedAt;
  }

  WantedAccount wanted() {
    return new WantedAccount(memberCode, officer(), reason);
  }

  boolean confirmableAt(Instant now) {
    return state.equals(ASKED) && now.isBefore(expiresAt);
  }

  /** Whether somebody has to decide on it. */
  boolean waits() {
    return state.equals(WAITING);
  }

  void confirm(Instant now) {
    state = WAITING;
    confirmedAt = now;
    tokenHash = null;
  }

  void invited(long by, Instant now) {
    decide("invited", by, now);
  }

  void refuse(String why, long by, Instant now) {
    decide("refused", by, now);
    answer = why;
  }

  private void decide(String how, long by, Instant now) {
    state = how;
    decidedBy = by;
    decidedAt = now;
  }
}
