package org.portolan.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.people.Profiles;
import org.portolan.platform.security.Scope;
import org.portolan.region.OfficeHolders;

/**
 * Tells the directory who holds which office. Everybody may read that somebody holds one; the name
 * is only for those who agreed. Three statements for any number of bodies of one kind.
 */
@ApplicationScoped
class KnownHolders implements OfficeHolders {
  @Inject private MandateRepository mandates;
  @Inject private Places places;
  @Inject private People people;
  @Inject private Profiles profiles;
  @Inject private Clock clock;

  @Override
  @Transactional
  public Map<Scope, List<Holder>> current(Collection<Scope> scopes) {
    Instant now = clock.instant();
    return byScope(
        byKind(scopes).entrySet().stream()
            .flatMap(of -> mandates.listHolders(of.getKey(), of.getValue(), now).stream())
            .toList());
  }

  @Override
  @Transactional
  public Map<Scope, List<Holder>> past(Collection<Scope> scopes) {
    Instant now = clock.instant();
    return byScope(
        byKind(scopes).entrySet().stream()
            .flatMap(of -> mandates.listOver(of.getKey(), of.getValue(), now).stream())
            .toList());
  }

  @Override
  @Transactional
  public Map<String, Approvers> approvers(Collection<String> memberCodes) {
    Instant now = clock.instant();
    Set<String> asked = new TreeSet<>(memberCodes);
    List<Mandate> coordinators =
        mandates.listHolders(Office.COORDINATOR, Scope.Kind.MEMBER, asked, now);
    Set<String> without = new TreeSet<>(asked);
    coordinators.stream()
        .filter(mandate -> !mandate.deputy())
        .forEach(mandate -> without.remove(mandate.scope().code()));
    Map<String, Scope> regions = new HashMap<>();
    without.forEach(
        member ->
            places
                .regionOf(Scope.member(member))
                .ifPresent(region -> regions.put(member, Scope.region(region))));
    Map<Scope, List<Holder>> own = byScope(coordinators);
    Map<Scope, List<Holder>> instead =
        byScope(
            mandates.listHolders(
                Office.FALLBACK_APPROVER,
                Scope.Kind.REGION,
                regions.values().stream().map(Scope::code).collect(Collectors.toSet()),
                now));
    Map<String, Approvers> approvers = new HashMap<>();
    for (String member : asked) {
      boolean fallback = without.contains(member);
      List<Holder> holders =
          fallback ? instead.get(regions.get(member)) : own.get(Scope.member(member));
      if (holders != null) {
        approvers.put(member, new Approvers(holders, fallback));
      }
    }
    return approvers;
  }

  private static Map<Scope.Kind, Set<String>> byKind(Collection<Scope> scopes) {
    return scopes.stream()
        .collect(
            Collectors.groupingBy(
                Scope::kind,
                TreeMap::new,
                Collectors.mapping(Scope::code, Collectors.toCollection(TreeSet::new))));
  }

  private Map<Scope, List<Holder>> byScope(List<Mandate> found) {
    Set<Long> ids = found.stream().map(Mandate::personId).collect(Collectors.toSet());
    Map<Long, PersonSummary> names = people.byIds(profiles.named(ids));
    return found.stream()
        .collect(
            Collectors.groupingBy(
                Mandate::scope,
                LinkedHashMap::new,
                Collectors.mapping(
                    mandate ->
                        new Holder(
                            mandate.office().code(),
                            mandate.office().role().orElse(null),
                            names.containsKey(mandate.personId())
                                ? names.get(mandate.personId()).name()
                                : null,
                            mandate.deputy(),
                            mandate.term().from(),
                            mandate.term().to()),
                    Collectors.toList())));
  }
}
