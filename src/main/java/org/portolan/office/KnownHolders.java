package org.portolan.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
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
  @Inject private Deciding deciding;
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
            // heads before staff, not as the codes are spelt
            .sorted(Comparator.comparing(Mandate::office))
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
    Map<String, Deciding.ForMember> found = deciding.of(memberCodes, clock.instant());
    Map<Scope, List<Holder>> holders =
        byScope(
            found.values().stream().flatMap(each -> each.mandates().stream()).distinct().toList());
    Map<String, Approvers> approvers = new HashMap<>();
    found.forEach(
        (member, each) -> {
          if (!each.mandates().isEmpty()) {
            approvers.put(
                member,
                new Approvers(holders.get(each.mandates().get(0).scope()), each.fallback()));
          }
        });
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
