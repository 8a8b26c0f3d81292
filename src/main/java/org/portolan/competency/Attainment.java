package org.portolan.competency;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.portolan.platform.persistence.InstantColumn;

/**
 * That somebody has a competency at a level, as one source says. It is not changed: what is said
 * later takes its place, and it stays to be read.
 */
@Entity
@Table(name = "attainment")
class Attainment {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "person_id")
  private long personId;

  @Column(name = "competency_code")
  private String competency;

  @Convert(converter = AttainmentSource.Column.class)
  private AttainmentSource source;

  /** 0 where it says that they do not have it. */
  private int level;

  /** What a course gave: the code of its session. */
  private String evidence;

  @Column(name = "on_day")
  private LocalDate day;

  @Column(name = "said_by")
  private Long saidBy;

  @Column(name = "recorded_at")
  @Convert(converter = InstantColumn.class)
  private Instant recordedAt;

  @Column(name = "in_force")
  private boolean inForce;

  private boolean asked;

  protected Attainment() {}

  private Attainment(
      long personId, String competency, AttainmentSource source, int level, Instant now) {
    this.personId = personId;
    this.competency = competency;
    this.source = source;
    this.level = level;
    this.recordedAt = now;
    this.day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    this.inForce = true;
  }

  /**
   * What somebody says of themselves.
   *
   * @param asked whether their administration has something to confirm
   */
  static Attainment stated(
      long person, String competency, CompetencyLevel level, boolean asked, Instant now) {
    Attainment attainment =
        new Attainment(person, competency, AttainmentSource.OWN, level.number(), now);
    attainment.asked = asked;
    return attainment;
  }

  /** What their administration says; no level where they do not have it. */
  static Attainment assessed(
      long person, String competency, CompetencyLevel level, long by, Instant now) {
    Attainment attainment =
        new Attainment(
            person,
            competency,
            AttainmentSource.ADMINISTRATION,
            level == null ? 0 : level.number(),
            now);
    attainment.saidBy = by;
    return attainment;
  }

  /** What a course gave that they completed in a session. */
  static Attainment given(
      long person,
      String competency,
      CompetencyLevel level,
      String session,
      LocalDate day,
      long by,
      Instant now) {
    Attainment attainment =
        new Attainment(person, competency, AttainmentSource.COURSE, level.number(), now);
    attainment.evidence = session;
    attainment.day = day;
    attainment.saidBy = by;
    return attainment;
  }

  /** Something else is said from now on. */
  void giveWay() {
    inForce = false;
    asked = false;
  }

  /** Their administration has answered. */
  void answered() {
    asked = false;
  }

  boolean asked() {
    return asked;
  }

  boolean inForce() {
    return inForce;
  }

  Long id() {
    return id;
  }

  long personId() {
    return personId;
  }

  String competency() {
    return competency;
  }

  AttainmentSource source() {
    return source;
  }

  int level() {
    return level;
  }

  String evidence() {
    return evidence;
  }

  /** Its columns but the number, in their order. */
  Object[] values() {
    return new Object[] {
      personId,
      competency,
      source.code(),
      level,
      evidence,
      Date.valueOf(day),
      saidBy,
      Timestamp.from(recordedAt),
      inForce,
      asked
    };
  }

  AttainmentSummary summary() {
    return new AttainmentSummary(competency, source, level, evidence, day, inForce, asked);
  }
}
