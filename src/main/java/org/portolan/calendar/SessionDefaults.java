package org.portolan.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.portolan.approval.Chain;
import org.portolan.catalog.CourseFacts;

/**
 * What a new session is until somebody says otherwise: as the house has it, or as the sessions of
 * its course usually are. The rules are those of a plan, but venue, languages and length may be
 * left open.
 *
 * @param timing null where that could not be read
 * @param days how many it lasts, or null where that is left open
 * @param slots when it is held where that is not each day at the same hours, from whatever first
 *     day; length and hours follow from them then
 * @param venue empty where that is left open
 * @param languages codes; none where they are left open
 * @param approval null where that could not be read
 * @param donor code of the body that pays for it, or null
 */
public record SessionDefaults(
    Timing timing,
    Integer days,
    LocalTime start,
    LocalTime end,
    Slots slots,
    String venue,
    String room,
    boolean online,
    Integer seats,
    List<String> languages,
    Chain approval,
    String donor) {

  /** What holds where nobody said anything of the sessions of a course. */
  public static final SessionDefaults HOUSE =
      new SessionDefaults(
          Timing.DATED,
          null,
          LocalTime.of(9, 0),
          LocalTime.of(16, 30),
          "",
          "",
          false,
          24,
          List.of(),
          Chain.COORDINATOR,
          null);

  /** Any day will do to see whether a plan would be possible. */
  private static final LocalDate SOME_DAY = LocalDate.of(2030, 1, 7);

  public SessionDefaults {
    if (timing != Timing.DATED) {
      // whatever stood in the fields that go with days
      days = null;
      start = null;
      end = null;
      slots = Slots.EVERY_DAY;
    }
    if (!slots.everyDay()) {
      days = (int) ChronoUnit.DAYS.between(slots.firstDay(), slots.lastDay()) + 1;
      start = slots.start();
      end = slots.end();
      slots = slots.plain() ? Slots.EVERY_DAY : slots.beginning(SOME_DAY);
    }
    if (timing == Timing.STANDING) {
      seats = Timing.UNBOUNDED;
    }
    venue = OneLine.of(venue);
    room = OneLine.of(room);
    languages = List.copyOf(languages);
  }

  /** What is held at the same hours each day. */
  public SessionDefaults(
      Timing timing,
      Integer days,
      LocalTime start,
      LocalTime end,
      String venue,
      String room,
      boolean online,
      Integer seats,
      List<String> languages,
      Chain approval,
      String donor) {
    this(
        timing,
        days,
        start,
        end,
        Slots.EVERY_DAY,
        venue,
        room,
        online,
        seats,
        languages,
        approval,
        donor);
  }

  /** The same in slots. */
  public SessionDefaults withSlots(Slots other) {
    return new SessionDefaults(
        timing, days, start, end, other, venue, room, online, seats, languages, approval, donor);
  }

  /**
   * What is wrong with it as a template of the sessions of a course, by field: the key of a text
   * each.
   */
  public Map<String, String> problems(CourseFacts course) {
    SessionPlan plan =
        new SessionPlan(
                course.id(),
                timing,
                SOME_DAY,
                SOME_DAY.plusDays(days == null ? 0 : days - 1L),
                null,
                start,
                end,
                venue,
                room,
                seats,
                languages,
                approval,
                donor,
                online)
            .withSlots(slots);
    Map<String, String> problems = plan.problems();
    if (venue.isEmpty()) {
      problems.remove("venue");
    }
    if (languages.isEmpty()) {
      problems.remove("languages");
    }
    if (problems.remove("lastDay") != null) {
      problems.put("days", "calendar.problem.length");
    }
    if (timing != null && !timing.suits(course)) {
      problems.put("timing", "calendar.problem.timing.standing");
    }
    return problems;
  }

  /**
   * The last day of a session that begins then; null where the length is left open. Nothing is
   * added to a day that no plan may have.
   */
  public LocalDate lastDay(LocalDate first) {
    if (days == null || first == null) {
      return null;
    }
    return SessionPlan.outside(first) ? first : first.plusDays(days - 1L);
  }

  /** The same at another centre, which has rooms of its own. */
  SessionDefaults elsewhere() {
    return new SessionDefaults(
        timing, days, start, end, slots, "", "", online, seats, languages, approval, donor);
  }
}
