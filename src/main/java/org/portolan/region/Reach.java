package org.portolan.region;

import java.util.Set;
import java.util.TreeSet;
import org.portolan.platform.security.Scope;

/**
 * The regions and Members to which somebody belongs: what is for them alone is for this person too.
 *
 * @param everywhere belongs to all, as who works for the whole platform does
 */
public record Reach(boolean everywhere, Set<String> regions, Set<String> members) {
  /** Of whoever is not signed in. */
  public static final Reach NONE = new Reach(false, Set.of(), Set.of());

  private static final String PREFIX = "reader@";

  public Reach {
    regions = Set.copyOf(regions);
    members = Set.copyOf(members);
  }

  public boolean region(String code) {
    return everywhere || code != null && regions.contains(code);
  }

  public boolean member(String code) {
    return everywhere || code != null && members.contains(code);
  }

  /** As visibility terms of the index, to be held beside those of the person's offices. */
  public Set<String> terms() {
    Set<String> terms = new TreeSet<>();
    if (everywhere) {
      terms.add(PREFIX + Scope.PLATFORM.term());
    }
    regions.forEach(code -> terms.add(PREFIX + Scope.region(code).term()));
    members.forEach(code -> terms.add(PREFIX + Scope.member(code).term()));
    return terms;
  }

  /** What an item is visible to that is for those who belong to a region or a Member. */
  public static Set<String> termsOf(Scope scope) {
    return Set.of(PREFIX + scope.term(), PREFIX + Scope.PLATFORM.term());
  }
}
