package org.portolan.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.calendar.BlockedTime;
import org.portolan.calendar.CopyBy;
import org.portolan.calendar.PlannedCopy;
import org.portolan.calendar.PlannedSession;
import org.portolan.calendar.PlannedSessions;
import org.portolan.calendar.TrainingYear;
import org.portolan.calendar.YearCopies;
import org.portolan.catalog.Catalog;
import org.portolan.catalog.CourseTitle;
import org.portolan.holiday.HolidayDay;
import org.portolan.holiday.Holidays;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.web.NotFound;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;

/** The programmes of centres, for their staff and for the Regional Offices. */
@ApplicationScoped
public class Programmes {
  @Inject private PlannedSessions planned;
  @Inject private YearCopies yearCopies;
  @Inject private Blocks blocks;
  @Inject private Catalog catalog;
  @Inject private Holidays holidays;
  @Inject private Directory directory;
  @Inject private CurrentPerson person;
  @Inject private Clock clock;

  /** The year in which a centre is now. */
  public TrainingYear current(CentreSummary centre) {
    return TrainingYear.of(LocalDate.ofInstant(clock.instant(), ZoneId.of(centre.zone())));
  }

  /** A centre whose programme the person may see. */
  @Transactional
  public CentreSummary centre(String code) {
    person.require();
    return directory
        .findCentre(code)
        .filter(centre -> planned.plans(centre.code()) || planned.looksAfter(centre.regionCode()))
        .orElseThrow(() -> new NotFound("centre " + code));
  }

  /** What a centre plans for a year; in as many statements whatever it is. */
  @Transactional
  public ProgrammeOfCentre of(String code, TrainingYear year, Language reader) {
    CentreSummary centre = centre(code);
    Instant now = clock.instant();
    List<String> alone = List.of(centre.code());
    List<PlannedSession> dated = planned.between(alone, year.from(), year.to(), reader);
    // what begins in June may reach into the next year
    LocalDate last =
        dated.stream()
            .map(each -> each.facts().lastDay())
            .filter(year.to()::isBefore)
            .max(LocalDate::compareTo)
            .orElse(year.to());
    List<BlockSummary> blocked = blocks.list(alone, year.from(), last);
    List<HolidayDay> free = holidays.between(members(centre), year.from(), last);
    Map<YearMonth, List<ProgrammeSession>> byMonth =
        dated.stream()
            .map(each -> session(each, blocked, free, now))
            .collect(
                Collectors.groupingBy(each -> YearMonth.from(each.session().facts().firstDay())));
    return new ProgrammeOfCentre(
        centre.code(),
        year,
        year.months().stream()
            .map(month -> month(month, byMonth.getOrDefault(month, List.of()), blocked, free))
            .toList(),
        planned.withoutDays(alone, reader).stream()
            .map(each -> session(each, List.of(), List.of(), now))
            .toList());
  }

  /** One session with what stands in its way. */
  @Transactional
  public ProgrammeSession session(long id, Language reader) {
    PlannedSession found = planned.get(id, reader);
    CentreSummary centre = centre(found.facts().centreCode());
    if (!found.facts().dated()) {
      return session(found, List.of(), List.of(), clock.instant());
    }
    LocalDate first = found.facts().firstDay();
    LocalDate last = found.facts().lastDay();
    return session(
        found,
        blocks.list(List.of(centre.code()), first, last),
        holidays.between(members(centre), first, last),
        clock.instant());
  }

  /** How far all centres have come with a year whose programmes the person may see. */
  @Transactional
  public List<CentreLine> overview(TrainingYear year, Language reader) {
    Instant now = clock.instant();
    Set<String> centres = planned.centres();
    Map<String, List<PlannedSession>> byCentre =
        planned.between(centres, year.from(), year.to(), reader).stream()
            .collect(Collectors.groupingBy(each -> each.facts().centreCode()));
    return centres.stream()
        .map(
            centre ->
                new CentreLine(
                    centre,
                    ProgrammeOfCentre.counts(
                        byCentre.getOrDefault(centre, List.of()).stream()
                            .map(each -> each.stageAt(now)))))
        .toList();
  }

  /** What the year before would bring into this one, with what would stand in its way. */
  @Transactional
  public List<CopyRow> copies(String code, TrainingYear year, CopyBy by, Language reader) {
    CentreSummary centre = centre(code);
    List<PlannedCopy> plans =
        yearCopies.plans(centre.code(), year.before().from(), year.before().to(), by);
    LocalDate first =
        plans.stream().map(PlannedCopy::firstDay).min(LocalDate::compareTo).orElse(year.from());
    LocalDate last =
        plans.stream().map(PlannedCopy::lastDay).max(LocalDate::compareTo).orElse(year.to());
    List<BlockSummary> blocked = blocks.list(List.of(centre.code()), first, last);
    List<HolidayDay> free = holidays.between(members(centre), first, last);
    Map<Long, CourseTitle> titles =
        catalog.titles(plans.stream().map(PlannedCopy::courseId).distinct().toList(), reader);
    return plans.stream()
        .map(
            plan ->
                new CopyRow(
                    plan,
                    titles.get(plan.courseId()),
                    meeting(blocked, plan.firstDay(), plan.lastDay()),
                    within(free, plan.firstDay(), plan.lastDay())))
        .toList();
  }

  private static List<String> members(CentreSummary centre) {
    return centre.memberCode() == null ? List.of() : List.of(centre.memberCode());
  }

  private static ProgrammeMonth month(
      YearMonth month,
      List<ProgrammeSession> sessions,
      List<BlockSummary> blocked,
      List<HolidayDay> free) {
    return new ProgrammeMonth(
        month,
        sessions,
        blocked.stream()
            .filter(each -> each.time().meets(month.atDay(1), month.atEndOfMonth()))
            .toList(),
        free.stream().filter(each -> YearMonth.from(each.day()).equals(month)).toList());
  }

  private static ProgrammeSession session(
      PlannedSession planned, List<BlockSummary> blocked, List<HolidayDay> free, Instant now) {
    LocalDate first = planned.facts().firstDay();
    LocalDate last = planned.facts().lastDay();
    return new ProgrammeSession(
        planned,
        planned.stageAt(now),
        first == null ? List.of() : meeting(blocked, first, last),
        first == null ? List.of() : within(free, first, last));
  }

  private static List<BlockedTime> meeting(
      List<BlockSummary> blocked, LocalDate first, LocalDate last) {
    return blocked.stream()
        .map(BlockSummary::time)
        .filter(each -> each.meets(first, last))
        .toList();
  }

  private static List<HolidayDay> within(List<HolidayDay> free, LocalDate first, LocalDate last) {
    return free.stream()
        .filter(each -> !each.day().isBefore(first) && !each.day().isAfter(last))
        .toList();
  }
}
