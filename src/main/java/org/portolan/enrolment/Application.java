package org.portolan.enrolment;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.portolan.enrolment.EnrolmentRefused.Kind;
import org.portolan.platform.persistence.InstantColumn;

/**
 * A person's wish for a seat in a session, and what became of it. One for each person and session.
 */
@Entity
@Table(name = "application")
class Application {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "session_id")
  private long sessionId;

  @Column(name = "person_id")
  private long personId;

  /** The administration whose National Coordinator decides, or null. */
  @Column(name = "member_code")
  private String memberCode;

  @Convert(converter = ApplicationStateConverter.class)
  private ApplicationState state;

  private String motivation;
  private String reason;

  @Column(name = "applied_at")
  @Convert(converter = InstantColumn.class)
  private Instant appliedAt;

  @Column(name = "due_at")
  @Convert(converter = InstantColumn.class)
  private Instant dueAt;

  @Column(name = "decided_at")
  @Convert(converter = InstantColumn.class)
  private Instant decidedAt;

  @Column(name = "decided_by")
  private Long decidedBy;

  /** Steps taken since it was read; null when the persistence provider made the object. */
  @Transient private List<ApplicationStep> steps;

  @Version private int version;

  protected Application() {}

  Application(long sessionId, long personId) {
    this.sessionId = sessionId;
    this.personId = personId;
  }

  /** Hands the application in, for the first time or after it was withdrawn. */
  void submit(String member, Statement words, Instant due, Instant now) {
    if (state == ApplicationState.REFUSED) {
      throw new EnrolmentRefused(Kind.ALREADY_DECIDED);
    }
    if (state != null && state.alive()) {
      throw new IllegalStateException("application " + id + " is " + state);
    }
    memberCode = member;
    motivation = words.text();
    reason = null;
    appliedAt = now;
    dueAt = due;
    decidedAt = null;
    decidedBy = null;
    enter(ApplicationState.WAITING, personId, null, now);
  }

  /** Gives it the seat; without an actor where the session asks nobody. */
  void approve(Long actor, Statement remark, Instant now) {
    decide(ApplicationState.APPROVED, actor, remark.text(), now);
  }

  void refuse(long actor, Statement why, Instant now) {
    decide(ApplicationState.REFUSED, actor, why.text(), now);
  }

  void withdraw(Instant now) {
    if (!state.alive()) {
      throw new EnrolmentRefused(Kind.ALREADY_DECIDED);
    }
    dueAt = null;
    enter(ApplicationState.WITHDRAWN, personId, null, now);
  }

  private void decide(ApplicationState decision, Long actor, String words, Instant now) {
    if (state != ApplicationState.WAITING) {
      throw new EnrolmentRefused(Kind.ALREADY_DECIDED);
    }
    reason = words;
    dueAt = null;
    decidedAt = now;
    decidedBy = actor;
    enter(decision, actor, words, now);
  }

  private void enter(ApplicationState next, Long actor, String words, Instant now) {
    state = next;
    if (steps == null) {
      steps = new ArrayList<>();
    }
    steps.add(new ApplicationStep(this, next, actor, words, now));
  }

  boolean holdsSeat() {
    return state == ApplicationState.APPROVED;
  }

  Long id() {
    return id;
  }

  long sessionId() {
    return sessionId;
  }

  long personId() {
    return personId;
  }

  String memberCode() {
    return memberCode;
  }

  ApplicationState state() {
    return state;
  }

  String reason() {
    return reason;
  }

  Instant dueAt() {
    return dueAt;
  }

  /** The steps taken since the application was read, in their order. */
  List<ApplicationStep> newSteps() {
    return steps == null ? List.of() : List.copyOf(steps);
  }
}
