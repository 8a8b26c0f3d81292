package org.portolan.competency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;

/**
 * What people can do: they say so themselves, those who decide for their Member confirm it, courses
 * give it. The person is locked before anything of theirs is written.
 */
@ApplicationScoped
public class Attainments {
  @Inject private AttainmentRepository attainments;
  @Inject private Competencies competencies;
  @Inject private People people;
  @Inject private AuditTrail audit;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;

  /** What the one who asks can do, and what was said of it. */
  @Transactional
  public OwnCompetencies mine() {
    me.requireSelf();
    return own(me.id());
  }

  private OwnCompetencies own(long person) {
    List<Attainment> all = attainments.ofPerson(person);
    return new OwnCompetencies(
        attainments.jobs(Set.of(person)).get(person),
        Attained.of(all),
        all.stream().map(Attainment::summary).toList(),
        all.isEmpty() ? 0 : all.get(0).id());
  }

  /**
   * Keeps what the one who asks says of themselves.
   *
   * @param job code of their job profile, or null
   * @param levels from 0, for nothing, to 4, by competency; what is left out stays as it is
   * @param version that was shown
   * @throws ChangedMeanwhile when something was said meanwhile
   * @throws IllegalArgumentException when there is no such competency, level or profile
   */
  @Transactional
  public void state(String job, Map<String, Integer> levels, long version) {
    me.requireSelf();
    if (me.require().byApiToken()) {
      throw new NotAllowed();
    }
    requireKnown(job, levels);
    long person = me.id();
    people.lock(person);
    OwnCompetencies before = own(person);
    if (before.version() != version) {
      throw new ChangedMeanwhile();
    }
    List<Deed> deeds = new ArrayList<>();
    if (!Objects.equals(job, before.job())) {
      attainments.keepJob(person, job);
      deeds.add(deed("job.chosen", person).personal(person, "job", before.job(), job));
    }
    Map<String, Attainment> stated =
        attainments.inForce(Set.of(person)).stream()
            .filter(each -> each.source() == AttainmentSource.OWN)
            .collect(Collectors.toMap(Attainment::competency, each -> each));
    Instant now = clock.instant();
    levels.forEach(
        (competency, level) -> {
          int earlier = before.attained().stated(competency);
          if (level == earlier) {
            return;
          }
          Optional.ofNullable(stated.get(competency)).ifPresent(Attainment::giveWay);
          CompetencyLevel.of(level)
              .ifPresent(
                  said ->
                      attainments.add(
                          Attainment.stated(
                              person,
                              competency,
                              said,
                              level > before.attained().confirmed(competency),
                              now)));
          deeds.add(deed("attainment.stated", person, competency, earlier, level));
        });
    audit.writeAll(deeds);
  }

  private void requireKnown(String job, Map<String, Integer> levels) {
    Set<String> known =
        competencies.all().stream().map(CompetencySummary::code).collect(Collectors.toSet());
    if (job != null && competencies.profile(job).isEmpty()
        || !known.containsAll(levels.keySet())
        || !levels.values().stream()
            .allMatch(level -> level == 0 || CompetencyLevel.of(level).isPresent())) {
      throw new IllegalArgumentException("no such competency, level or profile");
    }
  }

  /**
   * What officers of the Members of the one who asks say they can and nobody confirmed, the longest
   * waiting first: nobody confirms their own.
   */
  @Transactional
  public List<OpenStatement> waiting() {
    me.require();
    Set<String> members = me.scopes(Role.COORDINATOR, Scope.Kind.MEMBER);
    if (members.isEmpty() && !me.isAdministrator()) {
      throw new NotAllowed();
    }
    return attainments.listOpen(members, me.isAdministrator(), me.id());
  }

  /**
   * Confirms a statement at that level or another, or says that the officer does not have it.
   *
   * @param level null where they do not have it
   * @throws NotFound when it is not for the one who asks, or no longer waits
   */
  @Transactional
  public void assess(long statement, CompetencyLevel level) {
    me.require();
    if (me.require().byApiToken()) {
      throw new NotAllowed();
    }
    Attainment asked =
        attainments
            .find(statement)
            .filter(found -> mayConfirm(found.personId()))
            .orElseThrow(() -> new NotFound("statement " + statement));
    long person = asked.personId();
    people.lock(person);
    attainments.lock(asked);
    if (!asked.asked()) {
      throw new NotFound("statement " + statement);
    }
    asked.answered();
    List<Attainment> inForce = attainments.inForce(Set.of(person));
    int earlier = Attained.of(inForce).confirmed(asked.competency());
    inForce.stream()
        .filter(each -> each.source() == AttainmentSource.ADMINISTRATION)
        .filter(each -> each.competency().equals(asked.competency()))
        .forEach(Attainment::giveWay);
    attainments.add(
        Attainment.assessed(person, asked.competency(), level, me.id(), clock.instant()));
    deed(
            "attainment.confirmed",
            person,
            asked.competency(),
            earlier,
            level == null ? 0 : level.number())
        .write();
  }

  private boolean mayConfirm(long person) {
    if (person == me.id()) {
      return false;
    }
    String member = people.find(person).map(PersonSummary::memberCode).orElse(null);
    return member == null ? me.isAdministrator() : me.holds(Role.COORDINATOR, Scope.member(member));
  }

  /** What these people can do, in one statement; asked for by those entitled. */
  @Transactional
  public Map<Long, Attained> of(Collection<Long> persons) {
    if (persons.isEmpty()) {
      return Map.of();
    }
    Map<Long, List<Attainment>> byPerson =
        attainments.inForce(persons).stream().collect(Collectors.groupingBy(Attainment::personId));
    Map<Long, Attained> attained = new HashMap<>();
    byPerson.forEach((person, theirs) -> attained.put(person, Attained.of(theirs)));
    return attained;
  }

  /** Codes of the job profiles of those of these people who chose one, in one statement. */
  @Transactional
  public Map<Long, String> jobs(Collection<Long> persons) {
    return persons.isEmpty() ? Map.of() : attainments.jobs(persons);
  }

  /**
   * What a course gives to those who completed it in a session, and takes back from the others of
   * its session; who calls it has made sure of it.
   *
   * @param levels by competency
   * @param session its code
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void give(
      Set<Long> completed,
      Set<Long> others,
      Map<String, Integer> levels,
      String session,
      LocalDate day) {
    Set<Long> all = new TreeSet<>(completed);
    all.addAll(others);
    if (all.isEmpty()) {
      return;
    }
    Map<Long, PersonSummary> known = people.byIds(all);
    Map<Long, List<Attainment>> had =
        attainments.given(all, session).stream()
            .collect(Collectors.groupingBy(Attainment::personId));
    Instant now = clock.instant();
    List<Attainment> given = new ArrayList<>();
    List<Deed> deeds = new ArrayList<>();
    for (long person : all) {
      List<Attainment> theirs = had.getOrDefault(person, List.of());
      String member = known.get(person).memberCode();
      if (!completed.contains(person)) {
        theirs.forEach(Attainment::giveWay);
        theirs.forEach(
            each -> deeds.add(given(person, member, each.competency(), each.level(), 0)));
      } else if (theirs.isEmpty()) {
        levels.forEach(
            (competency, level) -> {
              CompetencyLevel reached = CompetencyLevel.of(level).orElseThrow();
              given.add(Attainment.given(person, competency, reached, session, day, me.id(), now));
              deeds.add(given(person, member, competency, 0, level));
            });
      }
    }
    attainments.addAll(given);
    audit.writeAll(deeds);
  }

  private Deed given(long person, String member, String competency, int before, int after) {
    Deed deed =
        audit
            .entry("attainment.given", "person", person)
            .personal(person, "attainment", text(competency, before), text(competency, after));
    return member == null ? deed : deed.scope(Scope.member(member));
  }

  private static String text(String competency, int level) {
    return level == 0 ? null : competency + " " + level;
  }

  private Deed deed(String action, long person, String competency, int before, int after) {
    return deed(action, person)
        .personal(person, "attainment", text(competency, before), text(competency, after));
  }

  private Deed deed(String action, long person) {
    Deed deed = audit.entry(action, "person", person);
    people
        .find(person)
        .map(PersonSummary::memberCode)
        .ifPresent(member -> deed.scope(Scope.member(member)));
    return deed;
  }
}
