package org.portolan.reuse;

import java.util.List;

/**
 * What the page of a practice shows of its use.
 *
 * @param uses some of them, the latest first
 * @param administrations how many different ones there are in all
 */
public record LatestUses(List<UseSummary> uses, int administrations) {}
