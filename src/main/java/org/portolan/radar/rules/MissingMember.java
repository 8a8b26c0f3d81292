package org.portolan.radar.rules;

import java.util.List;
import java.util.Set;

/**
 * Members of the region that no session of the year could take in: none invites them, or none is in
 * a language of theirs.
 */
final class MissingMember implements Rule {
  @Override
  public List<Finding> look(RegionYear year) {
    Set<String> unserved = year.hasPlan() ? year.unserved() : Set.of();
    return unserved.isEmpty()
        ? List.of()
        : List.of(
            Finding.about(FindingKind.MISSING_MEMBER, "members")
                .members(unserved)
                .figure(unserved.size())
                .done());
  }
}
