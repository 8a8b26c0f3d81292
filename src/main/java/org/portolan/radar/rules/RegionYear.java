package org.portolan.radar.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.portolan.calendar.TrainingYear;

/**
 * A region in a training year, as it stands on a day: who is there, what is planned and what days
 * off are in the way.
 *
 * @param courses published ones of the centres of the region
 * @param sessions of the year, with those that have no days
 * @param resources rooms and trainers of its centres
 * @param holidays by Member, the days of the year on which it does not work
 * @param restDays by Member, the days of the week on which it does not work
 */
public record RegionYear(
    String region,
    TrainingYear year,
    LocalDate today,
    List<CentreFact> centres,
    List<MemberFact> members,
    List<CourseFact> courses,
    List<Planned> sessions,
    List<ResourceFact> resources,
    Map<String, Set<LocalDate>> holidays,
    Map<String, Set<DayOfWeek>> restDays) {

  /** Before so many sessions have days there is no plan yet of which something could be missing. */
  static final int PLAN_BEGINS = 5;

  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private static final Comparator<Planned> IN_ORDER =
      Comparator.comparing(Planned::first, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Planned::id);

  public RegionYear {
    // a draft whose days are over will not be held
    sessions =
        sessions.stream()
            .filter(each -> !each.draft() || !each.dated() || !each.first().isBefore(today))
            .sorted(IN_ORDER)
            .toList();
    centres = List.copyOf(centres);
    members = List.copyOf(members);
    courses = List.copyOf(courses);
    resources = List.copyOf(resources);
    holidays = Map.copyOf(holidays);
    restDays = Map.copyOf(restDays);
  }

  List<Planned> dated() {
    return sessions.stream().filter(Planned::dated).toList();
  }

  /** What has days and has not begun: what can still be moved. */
  List<Planned> ahead() {
    return sessions.stream().filter(this::ahead).toList();
  }

  boolean ahead(Planned session) {
    return session.dated() && session.first().isAfter(today);
  }

  boolean over() {
    return year.to().isBefore(today);
  }

  /** Whether so much is planned that one can say what is missing. */
  boolean hasPlan() {
    return !over() && dated().size() >= PLAN_BEGINS;
  }

  /** Members that no session of the year could take in, in any language of theirs. */
  Set<String> unserved() {
    Set<String> unserved = new TreeSet<>();
    for (MemberFact member : members) {
      if (sessions.stream().noneMatch(each -> each.invites(member) && each.speaksTo(member))) {
        unserved.add(member.code());
      }
    }
    return unserved;
  }

  /** The Members that send people to a session, its host left out. */
  Set<String> guests(Planned session) {
    Set<String> guests = new HashSet<>(session.invited());
    if (guests.isEmpty()) {
      members.forEach(member -> guests.add(member.code()));
    }
    guests.remove(session.centre().member());
    return guests;
  }

  boolean holiday(String member, LocalDate day) {
    return member != null && holidays.getOrDefault(member, Set.of()).contains(day);
  }

  boolean restDay(String member, LocalDate day) {
    return (member == null ? WEEKEND : restDays.getOrDefault(member, WEEKEND))
        .contains(day.getDayOfWeek());
  }
}
