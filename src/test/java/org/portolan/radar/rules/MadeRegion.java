package org.portolan.radar.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.portolan.calendar.SessionState;
import org.portolan.calendar.Timing;
import org.portolan.calendar.TrainingYear;

/**
 * A region of any size from a seed, as centres plan that do not know of each other: working weeks,
 * some of them carelessly chosen; drafts further ahead, seats filling up nearer by. It knows
 * nothing of the rules.
 */
final class MadeRegion {
  private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
  private static final TrainingYear YEAR = new TrainingYear(2026);
  private static final List<String> LANGUAGES = List.of("fr", "en", "pt", "es");
  private static final List<String> LEVELS =
      List.of("basic", "intermediate", "advanced", "specialist", "manager", "trainer");
  private static final List<String> AUDIENCES =
      List.of("recruit", "operational", "specialist", "manager", "trainer");

  private final Random random;

  private MadeRegion(long seed) {
    random = new Random(seed);
  }

  static RegionYear of(long seed, int sessions, int centres, int members) {
    return new MadeRegion(seed).make(sessions, centres, members);
  }

  private RegionYear make(int count, int centreCount, int memberCount) {
    List<MemberFact> members = new ArrayList<>();
    Map<String, Set<LocalDate>> holidays = new HashMap<>();
    for (int at = 0; at < memberCount; at++) {
      String code = "M" + at;
      Set<String> languages =
          new HashSet<>(Set.of(LANGUAGES.get(random.nextInt(100) < 60 ? 0 : 1)));
      if (random.nextInt(100) < 25) {
        languages.add(LANGUAGES.get(2 + random.nextInt(2)));
      }
      members.add(new MemberFact(code, languages));
      holidays.put(code, holidays());
    }
    List<CentreFact> centres = new ArrayList<>();
    for (int at = 0; at < centreCount; at++) {
      centres.add(new CentreFact("C" + at, "M" + at % memberCount, true));
    }
    List<CourseFact> courses = new ArrayList<>();
    for (int at = 0; at < 8 * centreCount; at++) {
      courses.add(
          new CourseFact(
              at + 1L,
              "C" + random.nextInt(centreCount),
              "theme-" + random.nextInt(40),
              LEVELS.get(random.nextInt(LEVELS.size())),
              Set.of(AUDIENCES.get(random.nextInt(AUDIENCES.size())))));
    }
    List<Planned> sessions = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      sessions.add(
          session(
              at + 1L,
              courses.get(random.nextInt(courses.size())),
              centres.get(random.nextInt(centreCount))));
    }
    return new RegionYear(
        "MADE", YEAR, TODAY, centres, members, courses, sessions, List.of(), holidays, Map.of());
  }

  private Set<LocalDate> holidays() {
    Set<LocalDate> days =
        new HashSet<>(
            Set.of(LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 1), LocalDate.of(2027, 5, 1)));
    while (days.size() < 11) {
      days.add(YEAR.from().plusDays(random.nextInt(365)));
    }
    return days;
  }

  private Planned session(long id, CourseFact course, CentreFact centre) {
    LocalDate monday =
        YEAR.from()
            .plusDays(random.nextInt(360))
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    // one in a hundred begins on any day of the week
    LocalDate first = random.nextInt(100) == 0 ? monday.plusDays(random.nextInt(7)) : monday;
    int weeks = random.nextInt(10);
    LocalDate last =
        weeks == 0 ? first.plusDays(32) : weeks == 1 ? first.plusDays(11) : first.plusDays(4);
    long ahead = TODAY.until(first, java.time.temporal.ChronoUnit.DAYS);
    boolean draft = ahead > 120 ? random.nextInt(100) < 80 : ahead > 0 && random.nextInt(100) < 10;
    int seats = 12 + 4 * random.nextInt(6);
    int applications = draft ? 0 : random.nextInt(seats + seats / 2);
    int taken = Math.min(seats, applications);
    return new Planned(
        id,
        course,
        centre,
        Set.of(LANGUAGES.get(random.nextInt(100) < 55 ? 0 : random.nextInt(100) < 85 ? 1 : 2)),
        draft ? SessionState.DRAFT : SessionState.PUBLISHED,
        Timing.DATED,
        first,
        last,
        Set.of(),
        seats,
        taken,
        Math.max(0, applications - taken),
        applications,
        Set.of(),
        0,
        null);
  }
}
