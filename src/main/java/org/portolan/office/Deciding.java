package org.portolan.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.portolan.platform.security.Scope;

/**
 * Who decides for a Member: its National Coordinators and those who stand in for them, or the
 * approver of its region where it has none. In two statements for any number of Members.
 */
@ApplicationScoped
class Deciding {
  @Inject private MandateRepository mandates;
  @Inject private Places places;

  /** The mandates by which is decided, and whether they are those of the region's approver. */
  record ForMember(List<Mandate> mandates, boolean fallback) {}

  Map<String, ForMember> of(Collection<String> members, Instant now) {
    Set<String> asked = new TreeSet<>(members);
    List<Mandate> coordinators =
        mandates.listHolders(Office.COORDINATOR, Scope.Kind.MEMBER, asked, now);
    Set<String> without = new TreeSet<>(asked);
    coordinators.stream()
        .filter(mandate -> !mandate.deputy())
        .forEach(mandate -> without.remove(mandate.scope().code()));
    Map<String, String> regions = new HashMap<>();
    without.forEach(
        member ->
            places.regionOf(Scope.member(member)).ifPresent(region -> regions.put(member, region)));
    List<Mandate> instead =
        mandates.listHolders(
            Office.FALLBACK_APPROVER, Scope.Kind.REGION, new TreeSet<>(regions.values()), now);
    Map<String, ForMember> deciding = new HashMap<>();
    for (String member : asked) {
      boolean fallback = without.contains(member);
      deciding.put(
          member,
          fallback
              ? new ForMember(held(instead, regions.get(member)), true)
              : new ForMember(held(coordinators, member), false));
    }
    return deciding;
  }

  /** The people who decide for a Member. */
  Set<Long> peopleFor(String member, Instant now) {
    return of(List.of(member), now).get(member).mandates().stream()
        .map(Mandate::personId)
        .collect(Collectors.toSet());
  }

  private static List<Mandate> held(List<Mandate> mandates, String code) {
    return mandates.stream().filter(mandate -> mandate.scope().code().equals(code)).toList();
  }
}
