package org.portolan.booking;

import java.util.List;
import java.util.Map;

/**
 * What some centres have, and how far it is in use.
 *
 * @param usage of the training year, by number; what was never taken is left out
 * @param more whether there is more than is listed
 */
public record ResourceList(List<ResourceSummary> all, Map<Long, Usage> usage, boolean more) {
  public Usage usage(long resource) {
    return usage.getOrDefault(resource, Usage.NONE);
  }
}
