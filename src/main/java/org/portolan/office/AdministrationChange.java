package org.portolan.office;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** Somebody asks to belong to another administration; whoever decides for that one confirms. */
@Entity
@Table(name = "administration_change")
class AdministrationChange {
  private static final String WAITING = "waiting";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "person_id")
  private long personId;

  @Column(name = "from_member")
  private String fromMember;

  @Column(name = "to_member")
  private String toMember;

  private String state;
  private String answer;

  @Column(name = "decided_by")
  private Long decidedBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Version private int version;

  protected AdministrationChange() {}

  AdministrationChange(long personId, String fromMember, String toMember, Instant now) {
    this.personId = personId;
    this.fromMember = fromMember;
    this.toMember = toMember;
    this.state = WAITING;
    this.createdAt = now;
  }

  long id() {
    return id;
  }

  long personId() {
    return personId;
  }

  /** The administration to be left, or null. */
  String fromMember() {
    return fromMember;
  }

  String toMember() {
    return toMember;
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant decidedAt() {
    return decidedAt;
  }

  boolean waits() {
    return state.equals(WAITING);
  }

  /**
   * @param left the administration to which the person belonged until now, or null
   */
  void done(String left, long by, Instant now) {
    end("done", now);
    fromMember = left;
    decidedBy = by;
  }

  void refuse(String why, long by, Instant now) {
    end("refused", now);
    decidedBy = by;
    answer = why;
  }

  void takeBack(Instant now) {
    end("taken_back", now);
  }

  private void end(String how, Instant now) {
    state = how;
    decidedAt = now;
  }
}
