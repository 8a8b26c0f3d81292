package org.portolan.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.portolan.approval.Chain;
import org.portolan.catalog.CourseFacts;
import org.portolan.platform.persistence.InstantColumn;
import org.portolan.region.CentreSummary;

/**
 * A course given at a centre, on certain days or without any. It begins as a draft, is published
 * once, may change after that (its sequence number then rises, so that calendars that hold a copy
 * take the change over) and may be cancelled; a cancelled one stays as it is, or is restored as it
 * was. Before, the Regional Office may check it; afterwards, its centre reports what came of it.
 */
@Entity
@Table(name = "training_session")
class Session {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String code;

  @Column(name = "course_id")
  private long courseId;

  @Column(name = "centre_code")
  private String centreCode;

  @Column(name = "region_code")
  private String regionCode;

  @Column(name = "theme_code")
  private String themeCode;

  @Convert(converter = EnumColumns.When.class)
  private Timing timing;

  @Column(name = "first_day")
  private LocalDate firstDay;

  @Column(name = "last_day")
  private LocalDate lastDay;

  @Column(name = "closes_on")
  private LocalDate applyBy;

  @Column(name = "day_start")
  private LocalTime dayStart;

  @Column(name = "day_end")
  private LocalTime dayEnd;

  /** Null where it is held each day at the same hours. */
  @Convert(converter = EnumColumns.Held.class)
  private Slots slots;

  private String zone;

  @Column(name = "starts_at")
  @Convert(converter = InstantColumn.class)
  private Instant startsAt;

  @Column(name = "ends_at")
  @Convert(converter = InstantColumn.class)
  private Instant endsAt;

  private String venue;
  private String room;

  @Column(name = "booked_venue")
  private String bookedVenue = "";

  @Column(name = "booked_room")
  private String bookedRoom = "";

  private int seats;
  private String languages;

  @Convert(converter = EnumColumns.Asked.class)
  private Chain approval;

  /** The body that pays for it, or null. */
  @Column(name = "donor_code")
  private String donorCode;

  private boolean online;

  @Convert(converter = EnumColumns.State.class)
  private SessionState state;

  @Column(name = "sequence_number")
  private int sequenceNumber;

  /** Since when readers see it; null for a draft. */
  @Column(name = "published_at")
  @Convert(converter = InstantColumn.class)
  private Instant publishedAt;

  @Column(name = "updated_at")
  @Convert(converter = InstantColumn.class)
  private Instant updatedAt;

  @Column(name = "submitted_at")
  @Convert(converter = InstantColumn.class)
  private Instant submittedAt;

  @Column(name = "checked_at")
  @Convert(converter = InstantColumn.class)
  private Instant checkedAt;

  @Column(name = "sent_back_at")
  @Convert(converter = InstantColumn.class)
  private Instant sentBackAt;

  @Column(name = "check_note")
  private String checkNote;

  @Column(name = "reported_at")
  @Convert(converter = InstantColumn.class)
  private Instant reportedAt;

  private Boolean held;
  private Integer participants;
  private String remarks;

  @Version private int version;

  protected Session() {}

  /** A draft of a course at a centre, on that centre's clocks. */
  static Session draft(
      String code, CentreSummary centre, CourseFacts course, SessionPlan plan, Instant now) {
    Session session = new Session();
    session.code = code;
    session.centreCode = centre.code();
    session.regionCode = centre.regionCode();
    session.zone = centre.zone();
    session.state = SessionState.DRAFT;
    session.requireClosingAhead(plan, now);
    session.take(course, plan, now);
    return session;
  }

  /**
   * Takes a new plan over.
   *
   * @return whether readers have to be told, which is so once it is published
   */
  boolean change(CourseFacts course, SessionPlan plan, Instant now) {
    if (state == SessionState.CANCELLED) {
      throw new NotPossible("calendar.refused.cancelled");
    }
    if (state == SessionState.PUBLISHED && course.id() != courseId) {
      // people applied for that course and no other
      throw new NotPossible("calendar.refused.course");
    }
    boolean seen = state == SessionState.PUBLISHED;
    if (seen && plan.timing() != timing && !datesSet(plan)) {
      // who applied, or said that they would come, did so for what was announced
      throw new InvalidPlan(Map.of("timing", "calendar.problem.timing.published"));
    }
    if (seen && plan.timing() == Timing.DATED) {
      Instant start = times(plan).startsAt();
      if (!start.equals(startsAt) && !start.isAfter(now)) {
        throw new InvalidPlan(Map.of("firstDay", "calendar.problem.begun"));
      }
    }
    requireClosingAhead(plan, now);
    boolean other = otherThanChecked(course, plan);
    take(course, plan, now);
    if (seen) {
      sequenceNumber++;
    } else if (other && checkedAt != null) {
      // what the Regional Office said yes to is no longer so
      submittedAt = null;
      checkedAt = null;
      checkNote = null;
    }
    return seen;
  }

  private boolean otherThanChecked(CourseFacts course, SessionPlan plan) {
    return course.id() != courseId
        || plan.timing() != timing
        || !Objects.equals(plan.firstDay(), firstDay)
        || !Objects.equals(plan.lastDay(), lastDay)
        || !plan.slots().days().equals(slots().days())
        || !Objects.equals(plan.seats(), seats);
  }

  /** Hands a draft to the Regional Office. */
  void submit(Instant now) {
    if (state != SessionState.DRAFT || !progress().ofDraft().submittable()) {
      throw new NotPossible("calendar.refused.submit");
    }
    submittedAt = now;
    sentBackAt = null;
    updatedAt = now;
  }

  /** The Regional Office has nothing against it. */
  void check(String note, Instant now) {
    requireSubmitted();
    checkedAt = now;
    checkNote = note.isEmpty() ? null : note;
    updatedAt = now;
  }

  /** The Regional Office wants it otherwise. */
  void sendBack(String note, Instant now) {
    requireSubmitted();
    submittedAt = null;
    sentBackAt = now;
    checkNote = note;
    updatedAt = now;
  }

  private void requireSubmitted() {
    if (state != SessionState.DRAFT || progress().ofDraft() != Stage.SUBMITTED) {
      throw new NotPossible("calendar.refused.not-submitted");
    }
  }

  /** Takes place after all, as it was. */
  void restore(Instant now) {
    if (state != SessionState.CANCELLED) {
      throw new NotPossible("calendar.refused.restore");
    }
    if (timing == Timing.DATED && !startsAt.isAfter(now)) {
      throw new NotPossible("calendar.refused.restore-past");
    }
    state = SessionState.PUBLISHED;
    sequenceNumber++;
    updatedAt = now;
  }

  /** What came of it; may be said anew, as the first was a mistake. */
  void report(SessionReport report, Instant now) {
    Stage stage = facts().stageAt(now);
    if (stage != Stage.ENDED && stage != Stage.REPORTED) {
      throw new NotPossible("calendar.refused.report");
    }
    reportedAt = now;
    held = report.held();
    participants = report.participants();
    remarks = report.remarks().isEmpty() ? null : report.remarks();
    updatedAt = now;
  }

  Progress progress() {
    return new Progress(
        submittedAt, checkedAt, sentBackAt, checkNote, reportedAt, held, participants, remarks);
  }

  private boolean datesSet(SessionPlan plan) {
    return timing == Timing.UNDATED && plan.timing() == Timing.DATED;
  }

  /** A day that has passed stays where it was, but is not chosen. */
  private void requireClosingAhead(SessionPlan plan, Instant now) {
    if (!Objects.equals(plan.applyBy(), applyBy)
        && ClosingDay.of(plan.applyBy(), zone).overAt(now)) {
      throw new InvalidPlan(Map.of("applyBy", "calendar.problem.applyBy.past"));
    }
  }

  void publish(Instant now) {
    if (state != SessionState.DRAFT) {
      throw new NotPossible("calendar.refused." + state.code());
    }
    if (timing == Timing.DATED && !startsAt.isAfter(now)) {
      throw new NotPossible("calendar.refused.past");
    }
    if (ClosingDay.of(applyBy, zone).overAt(now)) {
      throw new NotPossible("calendar.refused.closed");
    }
    state = SessionState.PUBLISHED;
    publishedAt = now;
    updatedAt = now;
  }

  void cancel(Instant now) {
    if (state != SessionState.PUBLISHED) {
      throw new NotPossible("calendar.refused." + state.code());
    }
    if (facts().stageAt(now) == Stage.ENDED || reportedAt != null) {
      throw new NotPossible("calendar.refused.over");
    }
    state = SessionState.CANCELLED;
    sequenceNumber++;
    updatedAt = now;
  }

  /** It is held where it has booked; answers whether anybody sees another place than before. */
  boolean placed(Place booked, Instant now) {
    Place before = facts().place();
    bookedVenue = booked.venue();
    bookedRoom = booked.room();
    if (facts().place().equals(before)) {
      return false;
    }
    if (state != SessionState.CANCELLED) {
      // when it was cancelled is still asked for
      updatedAt = now;
    }
    if (state == SessionState.PUBLISHED) {
      sequenceNumber++;
    }
    return true;
  }

  private SessionTimes times(SessionPlan plan) {
    return plan.slots().everyDay()
        ? SessionTimes.daily(
            plan.firstDay(), plan.lastDay(), plan.start(), plan.end(), ZoneId.of(zone))
        : new SessionTimes(plan.slots().list(), ZoneId.of(zone));
  }

  private Slots slots() {
    return slots == null ? Slots.EVERY_DAY : slots;
  }

  private void take(CourseFacts course, SessionPlan plan, Instant now) {
    courseId = course.id();
    themeCode = course.themeCode();
    timing = plan.timing();
    firstDay = plan.firstDay();
    lastDay = plan.lastDay();
    applyBy = plan.applyBy();
    dayStart = plan.start();
    dayEnd = plan.end();
    slots = plan.slots().everyDay() ? null : plan.slots();
    startsAt = timing == Timing.DATED ? times(plan).startsAt() : null;
    endsAt = timing == Timing.DATED ? times(plan).endsAt() : null;
    venue = plan.venue();
    room = plan.room();
    seats = plan.seats();
    languages = String.join(" ", plan.languages());
    approval = plan.approval();
    donorCode = plan.donor();
    online = plan.online();
    updatedAt = now;
  }

  int version() {
    return version;
  }

  Long id() {
    return id;
  }

  long courseId() {
    return courseId;
  }

  String centreCode() {
    return centreCode;
  }

  int seats() {
    return seats;
  }

  Timing timing() {
    return timing;
  }

  SessionState state() {
    return state;
  }

  int sequenceNumber() {
    return sequenceNumber;
  }

  Instant startsAt() {
    return startsAt;
  }

  Instant endsAt() {
    return endsAt;
  }

  SessionFacts facts() {
    return new SessionFacts(
        id == null ? 0 : id,
        code,
        courseId,
        centreCode,
        regionCode,
        themeCode,
        timing,
        firstDay,
        lastDay,
        applyBy,
        dayStart,
        dayEnd,
        slots(),
        zone,
        startsAt,
        endsAt,
        venue,
        room,
        seats,
        languages,
        approval,
        donorCode,
        online,
        state,
        sequenceNumber,
        updatedAt,
        progress(),
        new Place(bookedVenue, bookedRoom));
  }
}
