package org.portolan.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.portolan.approval.Chain;

/**
 * What a session is, without names in any language and without who holds its seats.
 *
 * @param firstDay null, like all that goes with days, where it has none
 * @param applyBy last day for applications, or null
 * @param dayStart when each day begins; where it has slots, when the earliest of any day does
 * @param dayEnd when each day ends; where it has slots, when the last of any day does
 * @param slots when it is held where that is not each day at the same hours
 * @param zone IANA name of the zone on whose clocks the days and times are
 * @param languages codes separated by spaces
 * @param approval whose consent an application needs
 * @param donor code of the body that pays for it, or null
 * @param booked where it is by what it has booked; what that leaves open the plan says
 * @param sequenceNumber how often it changed after publication
 */
public record SessionFacts(
    long id,
    String code,
    long courseId,
    String centreCode,
    String regionCode,
    String themeCode,
    Timing timing,
    LocalDate firstDay,
    LocalDate lastDay,
    LocalDate applyBy,
    LocalTime dayStart,
    LocalTime dayEnd,
    Slots slots,
    String zone,
    Instant startsAt,
    Instant endsAt,
    String venue,
    String room,
    int seats,
    String languages,
    Chain approval,
    String donor,
    boolean online,
    SessionState state,
    int sequenceNumber,
    Instant updatedAt,
    Progress progress,
    Place booked) {

  /** A session of whose way nothing was said. */
  public SessionFacts(
      long id,
      String code,
      long courseId,
      String centreCode,
      String regionCode,
      String themeCode,
      Timing timing,
      LocalDate firstDay,
      LocalDate lastDay,
      LocalDate applyBy,
      LocalTime dayStart,
      LocalTime dayEnd,
      String zone,
      Instant startsAt,
      Instant endsAt,
      String venue,
      String room,
      int seats,
      String languages,
      Chain approval,
      String donor,
      boolean online,
      SessionState state,
      int sequenceNumber,
      Instant updatedAt) {
    this(
        id,
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
        Slots.EVERY_DAY,
        zone,
        startsAt,
        endsAt,
        venue,
        room,
        seats,
        languages,
        approval,
        donor,
        online,
        state,
        sequenceNumber,
        updatedAt,
        Progress.NONE,
        Place.NOWHERE);
  }

  public SessionFacts {
    venue = OneLine.of(venue);
    room = OneLine.of(room);
  }

  /** The same in slots; the moments of its beginning and end are theirs. */
  public SessionFacts inSlots(Slots other) {
    SessionTimes times = new SessionTimes(other.list(), ZoneId.of(zone));
    return new SessionFacts(
        id,
        code,
        courseId,
        centreCode,
        regionCode,
        themeCode,
        timing,
        other.firstDay(),
        other.lastDay(),
        applyBy,
        other.start(),
        other.end(),
        other,
        zone,
        times.startsAt(),
        times.endsAt(),
        venue,
        room,
        seats,
        languages,
        approval,
        donor,
        online,
        state,
        sequenceNumber,
        updatedAt,
        progress,
        booked);
  }

  /** Where it is held; {@link #venue} and {@link #room} are what its centre wrote. */
  public Place place() {
    return Place.of(new Place(venue, room), booked);
  }

  /** How far it has come, for those who plan. */
  public Stage stageAt(Instant now) {
    return Stage.of(this, now);
  }

  public boolean dated() {
    return timing == Timing.DATED;
  }

  public boolean standing() {
    return timing == Timing.STANDING;
  }

  public boolean undated() {
    return timing == Timing.UNDATED;
  }

  /** Until when its seats are given and taken back: it begins then, or never. */
  public Instant beginsAt() {
    return dated() ? startsAt : Timing.NEVER;
  }

  /** When it is held on the clocks of its centre; never where it has no days. */
  public List<TimeSlot> meets() {
    if (!dated()) {
      return List.of();
    }
    return slots.everyDay() ? Slots.daily(firstDay, lastDay, dayStart, dayEnd) : slots.list();
  }

  /** The days on which it is held; some between the first and the last may be free. */
  public List<LocalDate> meetingDays() {
    return meets().stream().map(TimeSlot::day).distinct().toList();
  }

  /** The same as {@link #meets} as moments. */
  public List<HeldDay> days() {
    return dated() ? new SessionTimes(meets(), ZoneId.of(zone)).days() : List.of();
  }

  /** One of its slots as moments. */
  public HeldDay held(TimeSlot slot) {
    return SessionTimes.held(slot, ZoneId.of(zone));
  }

  private ClosingDay closing() {
    return ClosingDay.of(applyBy, zone);
  }

  public boolean begunAt(Instant now) {
    return dated() && !now.isBefore(startsAt);
  }

  /** Whether somebody may have been through it: it has ended, or goes on all the time. */
  public boolean completableAt(Instant now) {
    return state == SessionState.PUBLISHED && (standing() || dated() && !now.isBefore(endsAt));
  }

  /** Whether its seats are given and taken back now. */
  public boolean aheadAt(Instant now) {
    return state == SessionState.PUBLISHED && !undated() && now.isBefore(beginsAt());
  }

  /** Whether it takes applications; a full one can still be asked for. */
  public boolean openAt(Instant now) {
    return aheadAt(now) && !closing().overAt(now);
  }

  /** Whether it takes no more applications, and goes on with those it has. */
  public boolean closedAt(Instant now) {
    return aheadAt(now) && closing().overAt(now);
  }
}
