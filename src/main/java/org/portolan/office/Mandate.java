package org.portolan.office;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.portolan.platform.security.Scope;

/** That a person holds an office for a body from a day on, perhaps until a day. */
@Entity
@Table(name = "mandate")
class Mandate {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String office;

  @Column(name = "scope_kind")
  private String scopeKind;

  @Column(name = "scope_code")
  private String scopeCode;

  @Column(name = "person_id")
  private long personId;

  @Column(name = "deputy_for")
  private Long deputyFor;

  @Column(name = "from_day")
  private LocalDate fromDay;

  @Column(name = "to_day")
  private LocalDate toDay;

  @Column(name = "starts_at")
  private Instant startsAt;

  @Column(name = "ends_at")
  private Instant endsAt;

  @Column(name = "reads_until")
  private Instant readsUntil;

  @Column(name = "handed_to")
  private Long handedTo;

  @Version private int version;

  protected Mandate() {}

  Mandate(Office office, Scope scope, long personId, Long deputyFor, Term term, ZoneId zone) {
    this.office = office.code();
    this.scopeKind = scope.kind().code();
    this.scopeCode = scope.code();
    this.personId = personId;
    this.deputyFor = deputyFor;
    this.fromDay = term.from();
    this.startsAt = term.startsAt(zone);
    lasts(term, zone);
  }

  private void lasts(Term term, ZoneId zone) {
    toDay = term.to();
    endsAt = term.endsAt(zone);
  }

  long id() {
    return id;
  }

  int version() {
    return version;
  }

  Office office() {
    return Office.of(office);
  }

  Scope scope() {
    return new Scope(Scope.Kind.of(scopeKind), scopeCode);
  }

  long personId() {
    return personId;
  }

  /** The mandate whose holder this one stands in for, or null. */
  Long deputyFor() {
    return deputyFor;
  }

  boolean deputy() {
    return deputyFor != null;
  }

  Term term() {
    return new Term(fromDay, toDay);
  }

  Instant startsAt() {
    return startsAt;
  }

  Instant endsAt() {
    return endsAt;
  }

  Instant readsUntil() {
    return readsUntil;
  }

  boolean holdsAt(Instant moment) {
    return !moment.isBefore(startsAt) && !overAt(moment);
  }

  boolean overAt(Instant moment) {
    return endsAt != null && !moment.isBefore(endsAt);
  }

  /** Whether it brings rights at this moment or later, be it only to look. */
  boolean grantsFrom(Instant moment) {
    return !overAt(moment) || readsUntil != null && readsUntil.isAfter(moment);
  }

  /** Whether both are of one office of one body at some moment. */
  boolean overlaps(Mandate other) {
    return office.equals(other.office)
        && scope().equals(other.scope())
        && !overAt(other.startsAt)
        && !other.overAt(startsAt);
  }

  /** Gives it another last day, or none. */
  void endOn(LocalDate last, ZoneId zone) {
    lasts(new Term(fromDay, last), zone);
  }

  /** Ends it on a day; one that begins after that is held on its first day alone. */
  void endBy(LocalDate last, ZoneId zone) {
    endOn(last.isBefore(fromDay) ? fromDay : last, zone);
  }

  /** Ends it this moment; one that has not begun is then held for no time at all. */
  void endNow(Instant now, ZoneId zone) {
    endsAt = now.isBefore(startsAt) ? startsAt : now;
    LocalDate today = LocalDate.ofInstant(now, zone);
    toDay = today.isBefore(fromDay) ? fromDay : today;
  }

  /** Ends it where the next holder's begins; this one may look for a while longer. */
  void handOver(Mandate next, LocalDate last, Instant until) {
    handedTo = next.id();
    toDay = last.isBefore(fromDay) ? fromDay : last;
    endsAt = next.startsAt();
    readsUntil = until;
  }

  /** The mandate of the successor, or null. */
  Long handedTo() {
    return handedTo;
  }

  /** The account of its holder was merged into another of theirs. */
  void moveTo(long person) {
    personId = person;
  }

  /** Begins this moment and not with its first day: an office changes hands during a day. */
  void beginNow(Instant now) {
    startsAt = now;
  }
}
