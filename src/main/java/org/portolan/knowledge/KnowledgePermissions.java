package org.portolan.knowledge;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.region.Belonging;
import org.portolan.region.Directory;
import org.portolan.region.RegionSummary;

/** Editors write for their own regions; administrators for all. */
@RequestScoped
class KnowledgePermissions {
  @Inject private CurrentPerson me;
  @Inject private Directory directory;
  @Inject private Belonging belonging;

  /** Regions whose practices this person may write, in the order of the directory. */
  Set<String> ownRegions() {
    return directory.regions().stream()
        .map(RegionSummary::code)
        .filter(this::edits)
        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
  }

  /** Whoever it is for reads what is published, and editors of its region whatever is there. */
  boolean reads(Practice practice) {
    return practice.published() && practice.isFor(belonging.mine()) || edits(practice.regionCode());
  }

  boolean edits(String region) {
    return me.holds(Role.EDITOR, Scope.region(region)) || me.holds(Role.EDITOR, Scope.PLATFORM);
  }

  /** The regions of somebody who edits at all; anybody else is refused. */
  Set<String> requireEditor() {
    me.require();
    Set<String> regions = ownRegions();
    if (regions.isEmpty()) {
      throw new NotAllowed();
    }
    return regions;
  }
}
