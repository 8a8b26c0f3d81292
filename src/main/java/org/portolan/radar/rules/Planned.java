package org.portolan.radar.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Stream;
import org.portolan.calendar.SessionState;
import org.portolan.calendar.Timing;

/**
 * A session of the region as the rules see it; never a cancelled one.
 *
 * @param first null, like the last day, where it has no days
 * @param free days between them on which it is not held
 * @param taken seats that people hold
 * @param queued how many wait on its list
 * @param applications all that stand, decided or not
 * @param invited codes of the Members named for it; empty where all of the region are
 * @param interested how many would come, of one without days
 * @param interestedSince when the first of them said so, or null
 */
public record Planned(
    long id,
    CourseFact course,
    CentreFact centre,
    Set<String> languages,
    SessionState state,
    Timing timing,
    LocalDate first,
    LocalDate last,
    Set<LocalDate> free,
    int seats,
    int taken,
    int queued,
    int applications,
    Set<String> invited,
    int interested,
    LocalDate interestedSince) {

  /** A course that lasts longer is one of weeks: a single day off does not spoil it. */
  static final int LONG_DAYS = 10;

  public Planned {
    languages = Set.copyOf(languages);
    free = Set.copyOf(free);
    invited = Set.copyOf(invited);
  }

  boolean dated() {
    return timing == Timing.DATED;
  }

  boolean draft() {
    return state == SessionState.DRAFT;
  }

  boolean published() {
    return state == SessionState.PUBLISHED;
  }

  String centreCode() {
    return centre.code();
  }

  /** The days on which it is held; none where it has none. */
  Stream<LocalDate> days() {
    return dated()
        ? first.datesUntil(last.plusDays(1)).filter(day -> !free.contains(day))
        : Stream.empty();
  }

  long length() {
    return ChronoUnit.DAYS.between(first, last) + 1;
  }

  boolean isLong() {
    return length() > LONG_DAYS;
  }

  /** Of a long one only its first and its last day, on which people travel and meet. */
  Stream<LocalDate> daysThatMatter() {
    return isLong() ? Stream.of(first, last) : days();
  }

  boolean sharesLanguageWith(Planned other) {
    return !Collections.disjoint(languages, other.languages);
  }

  /** Whether a Member may send people to both. */
  boolean sharesMembersWith(Planned other) {
    return invited.isEmpty()
        || other.invited.isEmpty()
        || !Collections.disjoint(invited, other.invited);
  }

  boolean invites(MemberFact member) {
    return invited.isEmpty() || invited.contains(member.code());
  }

  /** Whether somebody of a Member could follow it; of one whose languages are unknown, anybody. */
  boolean speaksTo(MemberFact member) {
    return member.languages().isEmpty() || !Collections.disjoint(languages, member.languages());
  }

  boolean startsWithin(int days, LocalDate day) {
    return ChronoUnit.DAYS.between(day, first) <= days;
  }

  /** All that a dismissed finding stands on: another day, place or size is another matter. */
  String facts() {
    return id
        + "|"
        + course.id()
        + "|"
        + centre.code()
        + "|"
        + first
        + "|"
        + last
        + "|"
        + String.join(" ", new java.util.TreeSet<>(languages))
        + "|"
        + seats
        + (free.isEmpty() ? "" : "|" + new java.util.TreeSet<>(free));
  }
}
