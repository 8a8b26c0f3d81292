package org.portolan.pack;

import java.util.List;

/**
 * What would come of a pack.
 *
 * @param refused why it cannot be read at all, or null
 * @param manifest null where it cannot be read
 * @param collection number of what came of its collection here, or null
 */
public record DryRun(
    SentPack pack,
    RefusedPack refused,
    Manifest manifest,
    List<Arriving> practices,
    Long collection) {

  /** How many are there of a kind. */
  public long count(String arrival) {
    return practices.stream().filter(each -> each.arrival().code().equals(arrival)).count();
  }

  public boolean takable() {
    return practices.stream().anyMatch(each -> each.arrival().takable());
  }
}
