package org.portolan.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.persistence.Slice;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;

/** Who holds which office, held it and will hold it, as far as whoever asks may know. */
@ApplicationScoped
public class Mandates {
  @Inject private MandateRepository mandates;
  @Inject private OfficePermissions permissions;
  @Inject private Places places;
  @Inject private Deciding deciding;
  @Inject private People people;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;

  /** A mandate with its deputies, for those who may see it. */
  @Transactional
  public MandateDetail get(long id) {
    Mandate mandate = permissions.seen(id);
    List<Mandate> deputies =
        mandate.deputy() ? List.of() : mandates.listDeputies(id, clock.instant());
    List<MandateSummary> all =
        summaries(Stream.concat(Stream.of(mandate), deputies.stream()).toList());
    boolean open = !mandate.overAt(clock.instant());
    return new MandateDetail(
        all.get(0),
        all.subList(1, all.size()),
        open && permissions.mayChange(mandate),
        open && !mandate.deputy() && permissions.mayAppoint(mandate.office(), mandate.scope()),
        open && !mandate.deputy() && permissions.mayAppointDeputy(mandate));
  }

  /** Mandates at the desk of the person who asks. */
  @Transactional
  public List<MandateSummary> list(MandateFilter filter, Slice slice) {
    return summaries(mandates.list(filter, desk(), clock.instant(), slice));
  }

  @Transactional
  public long count(MandateFilter filter) {
    return mandates.count(filter, desk(), clock.instant());
  }

  private Sight desk() {
    me.require();
    Sight sight = permissions.sight();
    if (sight.nothing()) {
      throw new NotAllowed();
    }
    return sight;
  }

  /** Whether the person who asks has a desk of mandates, and appoints there. */
  @Transactional
  public boolean appoints() {
    return me.isSignedIn() && permissions.appointsAtAll();
  }

  /** The offices to which the person who asks appoints, with the bodies they may be held for. */
  @Transactional
  public Map<Office, Set<String>> appointable() {
    me.require();
    List<Mandate> held = permissions.held();
    Map<Office, Set<String>> offices = new TreeMap<>();
    for (Office office : Office.values()) {
      Set<String> codes =
          places.all(office.kind()).stream()
              .filter(scope -> places.has(office, scope))
              .filter(scope -> me.isAdministrator() || permissions.mayAppoint(office, scope, held))
              .map(Scope::code)
              .collect(Collectors.toCollection(TreeSet::new));
      if (!codes.isEmpty()) {
        offices.put(office, codes);
      }
    }
    return offices;
  }

  /** What a person holds now, or may look into still; asked for oneself or by those entitled. */
  @Transactional
  public List<HeldOffice> heldBy(long person) {
    Instant now = clock.instant();
    return summaries(mandates.listHeldBy(person, now)).stream()
        .map(
            each ->
                new HeldOffice(
                    each.office(),
                    each.scope(),
                    each.to(),
                    each.deputyOf(),
                    each.state() == MandateState.READING))
        .toList();
  }

  /** All that a person holds, held or will hold, the latest first; asked for by those entitled. */
  @Transactional
  public List<MandateSummary> everHeldBy(long person) {
    return summaries(mandates.listEverHeldBy(person));
  }

  /** The bodies whose mandates the person who asks sees at their desk. */
  public Predicate<Scope> seen() {
    return permissions.sight()::covers;
  }

  /** The people who decide for a Member now; asked for by features that act for them. */
  @Transactional
  public Set<Long> deciders(String member) {
    return deciding.peopleFor(member, clock.instant());
  }

  /** The same for each of several Members, in two statements. */
  @Transactional
  public Map<String, Set<Long>> deciders(Collection<String> members) {
    Map<String, Set<Long>> deciders = new HashMap<>();
    deciding
        .of(members, clock.instant())
        .forEach(
            (member, each) ->
                deciders.put(
                    member,
                    each.mandates().stream().map(Mandate::personId).collect(Collectors.toSet())));
    return deciders;
  }

  /** The people who have a role for a body now; asked for by features that act for them. */
  @Transactional
  public Set<Long> holders(Role role, Scope scope) {
    if (role == Role.COORDINATOR) {
      return deciders(scope.code());
    }
    return mandates.listHolders(scope.kind(), Set.of(scope.code()), clock.instant()).stream()
        .filter(mandate -> mandate.office().role().filter(role::equals).isPresent())
        .map(Mandate::personId)
        .collect(Collectors.toSet());
  }

  /** The same for each of several bodies of a kind, in one statement; in two for Members. */
  @Transactional
  public Map<String, Set<Long>> holders(Role role, Scope.Kind kind, Collection<String> codes) {
    if (role == Role.COORDINATOR) {
      return deciders(codes);
    }
    return mandates.listHolders(kind, codes, clock.instant()).stream()
        .filter(mandate -> mandate.office().role().filter(role::equals).isPresent())
        .collect(
            Collectors.groupingBy(
                mandate -> mandate.scope().code(),
                Collectors.mapping(Mandate::personId, Collectors.toSet())));
  }

  /** Those of the Members that have no National Coordinator now, in one statement. */
  @Transactional
  public List<String> withoutCoordinator(Collection<String> members) {
    Set<String> without = new TreeSet<>(members);
    mandates.listHolders(Office.COORDINATOR, Scope.Kind.MEMBER, members, clock.instant()).stream()
        .filter(mandate -> !mandate.deputy())
        .forEach(mandate -> without.remove(mandate.scope().code()));
    return List.copyOf(without);
  }

  /** Who decides for each of the Members now: in two statements and one for their names. */
  @Transactional
  public Map<String, Approvers> approvers(Collection<String> members) {
    Map<String, Deciding.ForMember> found = deciding.of(members, clock.instant());
    Map<Long, PersonSummary> names =
        people.byIds(
            found.values().stream()
                .flatMap(each -> each.mandates().stream())
                .map(Mandate::personId)
                .collect(Collectors.toSet()));
    Map<String, Approvers> approvers = new HashMap<>();
    found.forEach(
        (member, each) ->
            approvers.put(
                member,
                new Approvers(
                    each.mandates().stream()
                        .map(mandate -> names.get(mandate.personId()))
                        .filter(Objects::nonNull)
                        .map(PersonSummary::name)
                        .distinct()
                        .toList(),
                    each.fallback())));
    return approvers;
  }

  /** As it is shown where it stands in the way of another. */
  MandateSummary summary(Mandate mandate) {
    return summaries(List.of(mandate)).get(0);
  }

  private List<MandateSummary> summaries(List<Mandate> listed) {
    Map<Long, Mandate> principals =
        mandates
            .listByIds(
                listed.stream()
                    .map(Mandate::deputyFor)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet()))
            .stream()
            .collect(Collectors.toMap(Mandate::id, each -> each));
    Map<Long, PersonSummary> names =
        people.byIds(
            Stream.concat(listed.stream(), principals.values().stream())
                .map(Mandate::personId)
                .collect(Collectors.toSet()));
    Instant now = clock.instant();
    return listed.stream()
        .map(
            each -> {
              PersonSummary person = names.get(each.personId());
              Mandate principal = principals.get(each.deputyFor());
              return new MandateSummary(
                  each.id(),
                  each.version(),
                  each.office(),
                  each.scope(),
                  each.personId(),
                  person.name(),
                  person.email(),
                  each.term().from(),
                  each.term().to(),
                  each.deputyFor(),
                  principal == null ? null : names.get(principal.personId()).name(),
                  MandateState.at(now, each.startsAt(), each.endsAt(), each.readsUntil()),
                  each.readsUntil());
            })
        .toList();
  }
}
