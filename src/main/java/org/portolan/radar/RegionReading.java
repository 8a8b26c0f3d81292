package org.portolan.radar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.portolan.booking.ResourceKind;
import org.portolan.booking.ResourceUse;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.Occupancy;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.TrainingYear;
import org.portolan.catalog.Catalog;
import org.portolan.catalog.CourseFacts;
import org.portolan.catalog.CourseFilter;
import org.portolan.catalog.Facet;
import org.portolan.enrolment.StandingApplications;
import org.portolan.holiday.HolidayDay;
import org.portolan.holiday.Holidays;
import org.portolan.interest.Gathered;
import org.portolan.interest.Interests;
import org.portolan.platform.i18n.Language;
import org.portolan.radar.rules.CentreFact;
import org.portolan.radar.rules.CourseFact;
import org.portolan.radar.rules.MemberFact;
import org.portolan.radar.rules.Planned;
import org.portolan.radar.rules.RegionYear;
import org.portolan.radar.rules.ResourceFact;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;
import org.portolan.region.MemberSummary;

/** Takes the picture of a region: some ten statements, however many sessions it has. */
@ApplicationScoped
class RegionReading {
  private static final int MOST_COURSES = 5000;

  @Inject private CalendarService calendar;
  @Inject private Catalog catalog;
  @Inject private Holidays holidays;
  @Inject private Interests interests;
  @Inject private StandingApplications applications;
  @Inject private JointProposalRepository proposals;
  @Inject private ResourceUse resources;
  @Inject private Directory directory;
  @Inject private Clock clock;

  /** Today by the world's clock: a region lies in several zones. */
  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  RegionPicture read(String region, TrainingYear year) {
    Map<Long, SessionFacts> facts = new LinkedHashMap<>();
    calendar.ofRegion(region, year.from(), year.to()).forEach(each -> facts.put(each.id(), each));
    // two drafts that became one session are no longer planned
    facts.keySet().removeAll(proposals.replaced(region));
    Set<Long> ids = facts.keySet();
    Map<String, CentreFact> centres = new TreeMap<>();
    List<CentreSummary> ofRegion =
        directory.trainingCentres().stream()
            .filter(centre -> centre.regionCode().equals(region))
            .toList();
    Set<String> plan = calendar.planning(ofRegion.stream().map(CentreSummary::code).toList());
    for (CentreSummary centre : ofRegion) {
      centres.put(
          centre.code(),
          new CentreFact(centre.code(), centre.memberCode(), plan.contains(centre.code())));
    }
    Map<Long, CourseFact> courses = new HashMap<>();
    catalog
        .facts(facts.values().stream().map(SessionFacts::courseId).collect(Collectors.toSet()))
        .forEach((id, course) -> courses.put(id, course(course)));
    Map<Long, Occupancy> seats = calendar.occupancies(ids);
    Map<Long, Integer> standing = applications.of(ids);
    Map<Long, Set<String>> invited = calendar.invited(ids);
    Map<Long, Gathered> gathered =
        interests.gathered(
            facts.values().stream().filter(SessionFacts::undated).map(SessionFacts::id).toList());
    List<Planned> planned =
        facts.values().stream()
            .map(
                each ->
                    planned(
                        each,
                        courses.get(each.courseId()),
                        centres.getOrDefault(
                            each.centreCode(), new CentreFact(each.centreCode(), null, true)),
                        seats.getOrDefault(each.id(), Occupancy.NOBODY),
                        standing.getOrDefault(each.id(), 0),
                        invited.getOrDefault(each.id(), Set.of()),
                        gathered.getOrDefault(each.id(), new Gathered(0, null))))
            .toList();
    List<MemberSummary> members =
        directory.members().stream().filter(each -> each.regionCode().equals(region)).toList();
    return new RegionPicture(
        new RegionYear(
            region,
            year,
            today(),
            List.copyOf(centres.values()),
            members.stream()
                .map(each -> new MemberFact(each.code(), codes(each.languages())))
                .toList(),
            catalogue(region, centres.keySet()),
            planned,
            resources(centres.keySet(), year),
            holidays(members, year),
            restDays(members)),
        facts);
  }

  private List<ResourceFact> resources(Set<String> centres, TrainingYear year) {
    return resources.takenDays(centres, year.from(), year.to()).stream()
        .map(
            each ->
                new ResourceFact(
                    each.resource().id(),
                    each.resource().centreCode(),
                    each.resource().kind() == ResourceKind.ROOM
                        ? ResourceFact.Kind.ROOM
                        : ResourceFact.Kind.TRAINER,
                    each.resource().name(),
                    each.days(),
                    each.displaced()))
        .toList();
  }

  private static Planned planned(
      SessionFacts facts,
      CourseFact course,
      CentreFact centre,
      Occupancy seats,
      int applications,
      Set<String> invited,
      Gathered gathered) {
    return new Planned(
        facts.id(),
        course,
        centre,
        codes(facts.languages()),
        facts.state(),
        facts.timing(),
        facts.firstDay(),
        facts.lastDay(),
        free(facts),
        facts.seats(),
        seats.taken(),
        seats.queued(),
        applications,
        invited,
        gathered.people(),
        gathered.since());
  }

  private static Set<LocalDate> free(SessionFacts facts) {
    if (facts.slots().everyDay()) {
      return Set.of();
    }
    Set<LocalDate> free =
        facts.firstDay().datesUntil(facts.lastDay()).collect(Collectors.toCollection(HashSet::new));
    facts.meetingDays().forEach(free::remove);
    return free;
  }

  private List<CourseFact> catalogue(String region, Set<String> centres) {
    return catalog
        .list(
            CourseFilter.of(value -> value.equals(Facet.REGION.code()) ? region : null, 1),
            Language.EN,
            MOST_COURSES)
        .items()
        .stream()
        .map(each -> course(each.facts()))
        .filter(each -> centres.contains(each.centre()))
        .toList();
  }

  private static CourseFact course(CourseFacts course) {
    return new CourseFact(
        course.id(),
        course.centreCode(),
        course.themeCode(),
        course.level(),
        codes(course.audience()));
  }

  private static Set<String> codes(String codes) {
    return codes == null || codes.isBlank() ? Set.of() : Set.of(codes.strip().split("\\s+"));
  }

  private Map<String, Set<LocalDate>> holidays(List<MemberSummary> members, TrainingYear year) {
    return holidays
        .between(members.stream().map(MemberSummary::code).toList(), year.from(), year.to())
        .stream()
        .collect(
            Collectors.groupingBy(
                HolidayDay::memberCode,
                Collectors.mapping(HolidayDay::day, Collectors.toCollection(HashSet::new))));
  }

  private static Map<String, Set<DayOfWeek>> restDays(List<MemberSummary> members) {
    return members.stream()
        .collect(Collectors.toMap(MemberSummary::code, each -> RestDays.of(each.code())));
  }
}
