package org.portolan.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.portolan.approval.Approver;
import org.portolan.approval.Chain;
import org.portolan.platform.i18n.Language;

/**
 * What a centre plans for a session. Any part may be missing or wrong; {@link #problems} says what.
 *
 * @param timing what has no days has no times either; null where that could not be read
 * @param applyBy last day for applications, or null where they end with the beginning
 * @param start time of day at which each day begins, in the centre's zone
 * @param slots when it is held where that is not each day at the same hours; days and hours follow
 *     from them then
 * @param languages codes, in the order of the plan
 * @param approval whose consent an application needs; null where that could not be read
 * @param donor code of the body that pays for it, or null
 */
public record SessionPlan(
    Long courseId,
    Timing timing,
    LocalDate firstDay,
    LocalDate lastDay,
    LocalDate applyBy,
    LocalTime start,
    LocalTime end,
    Slots slots,
    String venue,
    String room,
    Integer seats,
    List<String> languages,
    Chain approval,
    String donor,
    boolean online) {

  private static final int LONGEST_DAYS = 366;
  private static final int MOST_SEATS = 5000;
  private static final int LONG_AGO = 2000;

  /** MariaDB takes a moment that it is sent for nothing when it lies after January 2038. */
  private static final int FAR_AWAY = 2037;

  public SessionPlan {
    if (timing != Timing.DATED) {
      // whatever stood in the fields that go with days
      firstDay = null;
      lastDay = null;
      start = null;
      end = null;
      slots = Slots.EVERY_DAY;
    }
    if (!slots.everyDay()) {
      firstDay = slots.firstDay();
      lastDay = slots.lastDay();
      start = slots.start();
      end = slots.end();
      slots = slots.plain() ? Slots.EVERY_DAY : slots;
    }
    if (timing == Timing.STANDING) {
      seats = Timing.UNBOUNDED;
    }
    venue = OneLine.of(venue);
    room = OneLine.of(room);
    languages = List.copyOf(languages);
  }

  /** A plan that is held at the same hours each day. */
  public SessionPlan(
      Long courseId,
      Timing timing,
      LocalDate firstDay,
      LocalDate lastDay,
      LocalDate applyBy,
      LocalTime start,
      LocalTime end,
      String venue,
      String room,
      Integer seats,
      List<String> languages,
      Chain approval,
      String donor,
      boolean online) {
    this(
        courseId,
        timing,
        firstDay,
        lastDay,
        applyBy,
        start,
        end,
        Slots.EVERY_DAY,
        venue,
        room,
        seats,
        languages,
        approval,
        donor,
        online);
  }

  /** A plan with days, for which people apply until it begins. */
  public SessionPlan(
      Long courseId,
      LocalDate firstDay,
      LocalDate lastDay,
      LocalTime start,
      LocalTime end,
      String venue,
      String room,
      Integer seats,
      List<String> languages,
      Chain approval,
      String donor,
      boolean online) {
    this(
        courseId,
        Timing.DATED,
        firstDay,
        lastDay,
        null,
        start,
        end,
        Slots.EVERY_DAY,
        venue,
        room,
        seats,
        languages,
        approval,
        donor,
        online);
  }

  /** The same of another course. */
  SessionPlan of(long course) {
    return new SessionPlan(
        course, timing, firstDay, lastDay, applyBy, start, end, slots, venue, room, seats,
        languages, approval, donor, online);
  }

  /** The same with another last day for applications, or null for none. */
  public SessionPlan withApplyBy(LocalDate day) {
    return new SessionPlan(
        courseId, timing, firstDay, lastDay, day, start, end, slots, venue, room, seats, languages,
        approval, donor, online);
  }

  /** The same in slots. */
  public SessionPlan withSlots(Slots other) {
    return new SessionPlan(
        courseId, timing, firstDay, lastDay, applyBy, start, end, other, venue, room, seats,
        languages, approval, donor, online);
  }

  /** What is wrong, by field: the key of a text each; empty when the plan can be carried out. */
  public Map<String, String> problems() {
    Map<String, String> problems = new LinkedHashMap<>();
    if (courseId == null) {
      problems.put("course", "calendar.problem.course");
    }
    if (timing == null) {
      problems.put("timing", "calendar.problem.timing");
    }
    if (timing == Timing.DATED) {
      days(problems);
      slots(problems);
    }
    if (applyBy != null) {
      closing(problems);
    }
    if (venue.isEmpty() && !online) {
      problems.put("venue", "calendar.problem.venue");
    } else if (venue.length() > 160) {
      problems.put("venue", "calendar.problem.long");
    }
    if (room.length() > 120) {
      problems.put("room", "calendar.problem.long");
    }
    if (timing != Timing.STANDING && (seats == null || seats < 1 || seats > MOST_SEATS)) {
      problems.put("seats", "calendar.problem.seats");
    }
    if (languages.isEmpty()
        || !languages.stream().allMatch(code -> Language.of(code).isPresent())) {
      problems.put("languages", "calendar.problem.languages");
    }
    if (approval == null) {
      problems.put("approval", "calendar.problem.approval");
    } else if (approval.asks(Approver.DONOR) && donor == null) {
      problems.put("donor", "calendar.problem.donor");
    }
    return problems;
  }

  /** Whether it lies on the days of a session as it is. */
  boolean onDaysOf(SessionFacts session) {
    return Objects.equals(firstDay, session.firstDay())
        && Objects.equals(lastDay, session.lastDay());
  }

  private void closing(Map<String, String> problems) {
    if (timing == Timing.UNDATED) {
      problems.put("applyBy", "calendar.problem.applyBy.undated");
    } else if (outside(applyBy)) {
      problems.put("applyBy", "calendar.problem.years");
    } else if (firstDay != null && applyBy.isAfter(firstDay)) {
      problems.put("applyBy", "calendar.problem.applyBy.late");
    }
  }

  private void days(Map<String, String> problems) {
    if (firstDay == null) {
      problems.put("firstDay", "calendar.problem.day");
    } else if (outside(firstDay)) {
      problems.put("firstDay", "calendar.problem.years");
    }
    if (lastDay == null) {
      problems.put("lastDay", "calendar.problem.day");
    } else if (outside(lastDay)) {
      problems.put("lastDay", "calendar.problem.years");
    } else if (firstDay != null && lastDay.isBefore(firstDay)) {
      problems.put("lastDay", "calendar.problem.lastDay");
    } else if (firstDay != null && ChronoUnit.DAYS.between(firstDay, lastDay) >= LONGEST_DAYS) {
      problems.put("lastDay", "calendar.problem.tooLong");
    }
    if (start == null) {
      problems.put("start", "calendar.problem.time");
    }
    if (end == null) {
      problems.put("end", "calendar.problem.time");
    } else if (start != null && !end.isAfter(start)) {
      problems.put("end", "calendar.problem.end");
    }
  }

  /** Who says slots said neither a first day nor hours. */
  private void slots(Map<String, String> problems) {
    if (!slots.everyDay()) {
      Optional<String> ofDays =
          Stream.of("firstDay", "lastDay", "start", "end")
              .map(problems::remove)
              .filter(Objects::nonNull)
              .findFirst();
      String problem = ofDays.orElse(slots.problem());
      if (problem != null) {
        problems.put("slots", problem);
      }
    }
  }

  /** In a year that calendars do not show, or of which the database keeps no moments. */
  public static boolean outside(LocalDate day) {
    return day.getYear() < LONG_AGO || day.getYear() > FAR_AWAY;
  }
}
