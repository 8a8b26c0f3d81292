package org.portolan.radar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;
import org.portolan.region.RegionSummary;

/** Who sees the radar of a region, how much of it, and who acts on it. */
@ApplicationScoped
class RadarRights {
  @Inject private CurrentPerson me;
  @Inject private Directory directory;

  /** Whether somebody coordinates a region: dismisses findings, proposes joint editions. */
  boolean coordinates(String region) {
    return me.holds(Role.ROCB, Scope.region(region)) || me.holds(Role.SECRETARIAT, Scope.PLATFORM);
  }

  void requireCoordinator(String region) {
    me.require();
    if (!coordinates(region)) {
      throw new NotAllowed();
    }
  }

  /** Whether somebody sees all of a region. */
  boolean seesAll(String region) {
    return me.mayRead(Role.ROCB, Scope.region(region))
        || me.mayRead(Role.SECRETARIAT, Scope.PLATFORM);
  }

  /**
   * The centres of a region whose matters somebody sees; empty where they see all.
   *
   * @throws NotAllowed where they see nothing of it
   */
  Optional<Set<String>> centres(String region) {
    me.require();
    if (seesAll(region)) {
      return Optional.empty();
    }
    Set<String> mine = myCentres(region);
    if (mine.isEmpty()) {
      throw new NotAllowed();
    }
    return Optional.of(mine);
  }

  private Set<String> myCentres(String region) {
    Set<String> readable = me.readableScopes(Role.CENTRE, Scope.Kind.CENTRE);
    return directory.trainingCentres().stream()
        .filter(centre -> centre.regionCode().equals(region))
        .map(CentreSummary::code)
        .filter(readable::contains)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The regions of which somebody sees something, in their order. */
  java.util.List<RegionSummary> regions() {
    me.require();
    return directory.regions().stream()
        .filter(region -> seesAll(region.code()) || !myCentres(region.code()).isEmpty())
        .toList();
  }

  boolean answersFor(String centre) {
    return me.holds(Role.CENTRE, Scope.centre(centre));
  }
}
