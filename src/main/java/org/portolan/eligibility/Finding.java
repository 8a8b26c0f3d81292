package org.portolan.eligibility;

import java.util.List;

/**
 * Whether somebody meets what is required of them.
 *
 * @param remedies what would help, each of them alone; none where it is met
 */
public record Finding(Requirement requirement, List<Remedy> remedies) {
  public boolean met() {
    return remedies.isEmpty();
  }
}
