package org.portolan.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portolan.people.EmailAddress;
import org.portolan.people.MergeConflict;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.persistence.Slice;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;

/** Appointing people to offices, giving mandates their end, and handing them over. */
@ApplicationScoped
public class Mandates {
  @Inject private MandateRepository mandates;
  @Inject private OfficePermissions permissions;
  @Inject private Places places;
  @Inject private Deciding deciding;
  @Inject private People people;
  @Inject private AuditTrail audit;
  @Inject private CurrentPerson me;
  @Inject private Event<MandateChanged> changes;
  @Inject private Clock clock;

  /**
   * Appoints somebody, or makes them a deputy.
   *
   * @return the number of the mandate
   * @throws MandateRefused where a rule stands against it
   */
  @Transactional
  public long appoint(Appointment wanted) {
    me.requireSelf();
    if (!places.has(wanted.office(), wanted.scope())) {
      throw new MandateRefused(MandateRefused.Kind.STRANGE_SCOPE);
    }
    Mandate principal = wanted.deputyFor() == null ? null : principal(wanted);
    if (!mayAppoint(wanted.office(), wanted.scope(), principal)) {
      throw new NotAllowed();
    }
    requireProof(wanted.office());
    return add(
            wanted.office(),
            wanted.scope(),
            person(wanted.email()),
            principal,
            new Term(wanted.from(), wanted.to()))
        .id();
  }

  /** Whoever gives the platform away shows who they are. */
  private void requireProof(Office office) {
    if (office.kind() == Scope.Kind.PLATFORM) {
      me.requireRecentProof();
    }
  }

  private Mandate principal(Appointment wanted) {
    return mandates
        .find(wanted.deputyFor())
        .filter(
            found ->
                found.office() == wanted.office()
                    && found.scope().equals(wanted.scope())
                    && !found.overAt(clock.instant()))
        .orElseThrow(() -> new NotFound("mandate " + wanted.deputyFor()));
  }

  /** Who holds an office says who stands in for them; the rest is for those who appoint. */
  private boolean mayAppoint(Office office, Scope scope, Mandate principal) {
    return principal != null
            && principal.personId() == me.id()
            && principal.holdsAt(clock.instant())
            && !me.require().byApiToken()
        || permissions.mayAppoint(office, scope);
  }

  private Mandate add(Office office, Scope scope, long person, Mandate principal, Term term) {
    ZoneId zone = places.zoneOf(scope);
    rules(office, scope).check(null, person, principal, term, term.startsAt(zone));
    Mandate mandate =
        mandates.add(
            new Mandate(
                office, scope, person, principal == null ? null : principal.id(), term, zone));
    tell("mandate.appointed", mandate)
        .change("person", null, person)
        .change("from", null, term.from())
        .change("to", null, term.to())
        .change("deputyFor", null, mandate.deputyFor())
        .write();
    changes.fire(new MandateChanged(mandate.id(), person));
    return mandate;
  }

  private AppointmentRules rules(Office office, Scope scope) {
    mandates.lock(office, scope);
    return new AppointmentRules(
        mandates.listUnended(office, scope, clock.instant()),
        places.zoneOf(scope),
        clock.instant(),
        other -> summaries(List.of(other)).get(0));
  }

  /** Who holds an address; they keep their account until this transaction ends. */
  private long person(String email) {
    return EmailAddress.typed(email == null ? "" : email)
        .flatMap(people::findByEmail)
        .map(PersonSummary::id)
        .filter(people::holdStill)
        .orElseThrow(() -> new MandateRefused(MandateRefused.Kind.NO_PERSON));
  }

  /**
   * Gives a mandate another last day, or none.
   *
   * @param version as it was when the form was opened
   */
  @Transactional
  public void changeEnd(long id, int version, LocalDate last) {
    Mandate mandate = changeable(id, version);
    ZoneId zone = places.zoneOf(mandate.scope());
    Mandate principal = mandate.deputy() ? mandates.find(mandate.deputyFor()).orElseThrow() : null;
    rules(mandate.office(), mandate.scope())
        .check(
            mandate,
            mandate.personId(),
            principal,
            new Term(mandate.term().from(), last),
            mandate.startsAt());
    tell("mandate.changed", mandate).change("to", mandate.term().to(), last).write();
    mandate.endOn(last, zone);
    if (last != null) {
      for (Mandate deputy : mandates.listDeputies(id, clock.instant())) {
        if (deputy.term().to() == null || deputy.term().to().isAfter(last)) {
          tell("mandate.changed", deputy).change("to", deputy.term().to(), last).write();
          deputy.endOn(last.isBefore(deputy.term().from()) ? deputy.term().from() : last, zone);
          changes.fire(new MandateChanged(deputy.id(), deputy.personId()));
        }
      }
    }
    mandates.flush();
    changes.fire(new MandateChanged(id, mandate.personId()));
  }

  /** Ends a mandate and those of its deputies at once. */
  @Transactional
  public void endNow(long id, int version) {
    Mandate mandate = changeable(id, version);
    ZoneId zone = places.zoneOf(mandate.scope());
    Instant now = clock.instant();
    tell("mandate.ended", mandate).change("endsAt", mandate.endsAt(), now).write();
    mandate.endNow(now, zone);
    endDeputies(mandate, now, zone);
    mandates.flush();
    changes.fire(new MandateChanged(id, mandate.personId()));
  }

  /** What keeps a person from leaving: an office that only they hold, or the platform itself. */
  Optional<String> needed(long personId) {
    Instant now = clock.instant();
    List<Mandate> held =
        mandates.listEverHeldBy(personId).stream().filter(each -> !each.overAt(now)).toList();
    if (held.stream().anyMatch(each -> each.office() == Office.ADMIN)) {
      return Optional.of("admin");
    }
    return held.stream().anyMatch(each -> each.office().exclusive() && !each.deputy())
        ? Optional.of("office")
        : Optional.empty();
  }

  /** Ends whatever a person holds, because they are erased. */
  @Transactional(Transactional.TxType.MANDATORY)
  void endAll(long personId) {
    end(personId, any -> true);
  }

  /** Ends what a person holds for a Member and for the bodies in it, because they leave it. */
  @Transactional(Transactional.TxType.MANDATORY)
  void endIn(String member, long personId) {
    end(personId, scope -> places.memberOf(scope).filter(member::equals).isPresent());
  }

  private void end(long personId, Predicate<Scope> wanted) {
    Instant now = clock.instant();
    for (Mandate mandate : mandates.listEverHeldBy(personId)) {
      if (mandate.overAt(now) || !wanted.test(mandate.scope())) {
        continue;
      }
      mandates.lock(mandate.office(), mandate.scope());
      ZoneId zone = places.zoneOf(mandate.scope());
      tell("mandate.ended", mandate).change("endsAt", mandate.endsAt(), now).write();
      mandate.endNow(now, zone);
      endDeputies(mandate, now, zone);
      mandates.flush();
      changes.fire(new MandateChanged(mandate.id(), personId));
    }
  }

  /** What keeps the mandates of one account from becoming those of another. */
  List<MergeConflict> againstMoving(long stays, long goes) {
    Instant now = clock.instant();
    List<Mandate> others =
        mandates.listEverHeldBy(stays).stream().filter(each -> !each.overAt(now)).toList();
    List<MergeConflict> conflicts = new ArrayList<>();
    for (Mandate mandate : mandates.listEverHeldBy(goes)) {
      if (mandate.grantsFrom(now) && !permissions.mayAppoint(mandate.office(), mandate.scope())) {
        conflicts.add(new MergeConflict("office-beyond", mandate.id(), null));
      }
      if (!mandate.overAt(now)) {
        others.stream()
            .filter(other -> mandate.overlaps(other))
            .forEach(other -> conflicts.add(new MergeConflict("office", other.id(), null)));
      }
    }
    return conflicts;
  }

  /** Gives all mandates of an account, over or not, to another account of the same person. */
  @Transactional(Transactional.TxType.MANDATORY)
  void moveAll(long stays, long goes) {
    List<Mandate> held =
        mandates.listEverHeldBy(goes).stream()
            .sorted(
                Comparator.comparing((Mandate each) -> each.office().code())
                    .thenComparing(each -> each.scope().kind())
                    .thenComparing(each -> each.scope().code())
                    .thenComparing(Mandate::id))
            .toList();
    for (Mandate mandate : held) {
      mandates.lock(mandate.office(), mandate.scope());
      tell("mandate.moved", mandate).change("person", goes, stays).write();
      mandate.moveTo(stays);
    }
    mandates.flush();
    held.forEach(mandate -> changes.fire(new MandateChanged(mandate.id(), stays)));
    if (!held.isEmpty()) {
      changes.fire(new MandateChanged(held.get(0).id(), goes));
    }
  }

  private void endDeputies(Mandate mandate, Instant now, ZoneId zone) {
    for (Mandate deputy : mandates.listDeputies(mandate.id(), now)) {
      tell("mandate.ended", deputy).change("endsAt", deputy.endsAt(), now).write();
      deputy.endNow(now, zone);
      changes.fire(new MandateChanged(deputy.id(), deputy.personId()));
    }
  }

  /**
   * Hands an office over: the successor's mandate begins where this one ends, and with the office
   * goes all that waits for it. Whoever held it may look for some days more.
   *
   * @return the number of the successor's mandate
   */
  @Transactional
  public long handOver(long id, int version, Handover handover) {
    Mandate mandate = permitted(id);
    requireProof(mandate.office());
    if (mandate.deputy()) {
      throw new MandateRefused(MandateRefused.Kind.DEPUTY_OF_DEPUTY);
    }
    // before the office, as whoever merges accounts does
    long successor = person(handover.email());
    lock(mandate, version);
    ZoneId zone = places.zoneOf(mandate.scope());
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, zone);
    requireHandable(mandate, successor, handover, today);
    boolean atOnce = !handover.from().isAfter(today);
    Term term = new Term(atOnce ? today : handover.from(), handover.to());
    // the old one gives way first, or the new one would stand against it
    LocalDate last = atOnce ? today : handover.from().minusDays(1);
    if (atOnce) {
      mandate.endNow(now, zone);
    } else {
      mandate.endOn(last.isBefore(mandate.term().from()) ? mandate.term().from() : last, zone);
    }
    mandates.flush();
    rules(mandate.office(), mandate.scope())
        .check(null, successor, null, term, atOnce ? now : term.startsAt(zone));
    Mandate next = new Mandate(mandate.office(), mandate.scope(), successor, null, term, zone);
    if (atOnce) {
      next.beginNow(now);
    }
    mandates.add(next);
    int grace = Math.max(0, Math.min(Handover.LONGEST_GRACE, handover.graceDays()));
    mandate.handOver(next, last, next.startsAt().plus(Duration.ofDays(grace)));
    tell("mandate.handed-over", mandate)
        .change("person", mandate.personId(), successor)
        .change("successor", null, next.id())
        .change("endsAt", null, next.startsAt())
        .change("readsUntil", null, mandate.readsUntil())
        .write();
    for (Mandate deputy : mandates.listDeputies(id, now)) {
      tell("mandate.ended", deputy).change("endsAt", deputy.endsAt(), next.startsAt()).write();
      if (atOnce) {
        deputy.endNow(now, zone);
      } else if (deputy.endsAt() == null || deputy.endsAt().isAfter(next.startsAt())) {
        deputy.endOn(last.isBefore(deputy.term().from()) ? deputy.term().from() : last, zone);
      }
      changes.fire(new MandateChanged(deputy.id(), deputy.personId()));
    }
    mandates.flush();
    changes.fire(new MandateChanged(id, mandate.personId()));
    changes.fire(new MandateChanged(next.id(), successor));
    return next.id();
  }

  private void requireHandable(
      Mandate mandate, long successor, Handover handover, LocalDate today) {
    // somewhere it may still be the day before
    if (handover.from().isBefore(today.minusDays(1))) {
      throw new MandateRefused(MandateRefused.Kind.BEGINS_IN_PAST);
    }
    if (successor == mandate.personId()) {
      throw new MandateRefused(
          MandateRefused.Kind.HELD_ALREADY, summaries(List.of(mandate)).get(0));
    }
    if (mandate.term().to() != null && handover.from().isAfter(mandate.term().to().plusDays(1))) {
      // it would go on for longer, past whoever holds the office then
      throw new MandateRefused(MandateRefused.Kind.AFTER_END, summaries(List.of(mandate)).get(0));
    }
    if (mandate.handedTo() != null) {
      mandates
          .find(mandate.handedTo())
          .filter(next -> !next.overAt(clock.instant()))
          .ifPresent(
              next -> {
                throw new MandateRefused(
                    MandateRefused.Kind.HANDED_ALREADY, summaries(List.of(next)).get(0));
              });
    }
  }

  private Deed tell(String action, Mandate mandate) {
    return audit
        .entry(action, "mandate", Long.toString(mandate.id()))
        .scope(mandate.scope())
        .change("office", null, mandate.office().code());
  }

  private Mandate changeable(long id, int version) {
    Mandate mandate = permitted(id);
    lock(mandate, version);
    return mandate;
  }

  private Mandate permitted(long id) {
    me.requireSelf();
    Mandate mandate = seen(id);
    if (!mayChange(mandate)) {
      throw new NotAllowed();
    }
    return mandate;
  }

  private void lock(Mandate mandate, int version) {
    mandates.lock(mandate.office(), mandate.scope());
    if (mandate.version() != version) {
      throw new ChangedMeanwhile();
    }
    if (mandate.overAt(clock.instant())) {
      throw new MandateRefused(MandateRefused.Kind.OVER);
    }
  }

  private boolean mayChange(Mandate mandate) {
    Mandate principal = mandate.deputy() ? mandates.find(mandate.deputyFor()).orElse(null) : null;
    return mayAppoint(mandate.office(), mandate.scope(), principal);
  }

  private Mandate seen(long id) {
    return mandates
        .find(id)
        .filter(
            mandate -> mandate.personId() == me.id() || permissions.sight().covers(mandate.scope()))
        .orElseThrow(() -> new NotFound("mandate " + id));
  }

  /** A mandate with its deputies, for those who may see it. */
  @Transactional
  public MandateDetail get(long id) {
    Mandate mandate = seen(id);
    List<Mandate> deputies =
        mandate.deputy() ? List.of() : mandates.listDeputies(id, clock.instant());
    List<MandateSummary> all =
        summaries(Stream.concat(Stream.of(mandate), deputies.stream()).toList());
    boolean open = !mandate.overAt(clock.instant());
    return new MandateDetail(
        all.get(0),
        all.subList(1, all.size()),
        open && mayChange(mandate),
        open && !mandate.deputy() && permissions.mayAppoint(mandate.office(), mandate.scope()),
        open && !mandate.deputy() && mayAppoint(mandate.office(), mandate.scope(), mandate));
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

  /** The first administrator of an empty installation; the set-up alone calls it. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void appointFirstAdministrator(long person) {
    add(
        Office.ADMIN,
        Scope.PLATFORM,
        person,
        null,
        new Term(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), null));
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
