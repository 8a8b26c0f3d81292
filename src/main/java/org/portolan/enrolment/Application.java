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
import org.portolan.platform.persistence.InstantColumn;
import org.portolan.seat.ApplicationState;
import org.portolan.seat.Candidate;
import org.portolan.seat.Groups;
import org.portolan.seat.Standing;

/**
 * A person's wish for a seat in a session, and what became of it. One for each person and session.
 * How it stands is told by the book of the session alone; what people said about it is kept here.
 */
@Entity
@Table(name = "application")
class Application implements Candidate {
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

  @Column(name = "group_codes")
  private String groupCodes = "";

  private long place;

  @Column(name = "offered_until")
  @Convert(converter = InstantColumn.class)
  private Instant offeredUntil;

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

  /** What the person says who hands it in, and until when somebody should answer. */
  void submitted(String member, Statement words, Instant due, Instant now) {
    memberCode = member;
    motivation = words.text();
    reason = null;
    appliedAt = now;
    dueAt = due;
    decidedAt = null;
    decidedBy = null;
    signed(personId, null);
  }

  /** Who decided, and what they say; without an actor where the session asks nobody. */
  void decided(Long actor, Statement words, Instant now) {
    reason = words.text();
    dueAt = null;
    decidedAt = now;
    decidedBy = actor;
    signed(actor, words.text());
  }

  /** The applicant answered or left: nobody else has to do anything. */
  void leftToApplicant() {
    dueAt = null;
    signed(personId, null);
  }

  /** Somebody chose it for a free seat before others, and says why. */
  void chosen(long actor, Statement why) {
    signed(actor, why.text());
  }

  /** Somebody changed its place on the waiting list, and says why. */
  void remarked(long actor, Statement why) {
    if (steps == null) {
      steps = new ArrayList<>();
    }
    steps.add(new ApplicationStep(state, actor, why.text()));
  }

  /** Says whose the last step is. */
  private void signed(Long actor, String words) {
    int last = steps.size() - 1;
    steps.set(last, new ApplicationStep(steps.get(last).state(), actor, words));
  }

  @Override
  public long number() {
    return id;
  }

  @Override
  public Standing standing() {
    return state == null
        ? Standing.NEW
        : new Standing(state, Groups.of(groupCodes), place, offeredUntil);
  }

  @Override
  public void stand(Standing next) {
    if (next.state() != state) {
      if (steps == null) {
        steps = new ArrayList<>();
      }
      steps.add(new ApplicationStep(next.state(), null, null));
    }
    state = next.state();
    groupCodes = next.groups().text();
    place = next.place();
    offeredUntil = next.until();
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
