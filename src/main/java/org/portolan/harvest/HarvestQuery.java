package org.portolan.harvest;

import java.time.Instant;

/**
 * What somebody gathers.
 *
 * @param from changed then or later; null for all
 * @param before changed earlier; null for all
 * @param set to which it belongs; null for any
 * @param after place of the last record that they have; 0 at the beginning
 */
public record HarvestQuery(Instant from, Instant before, String set, long after) {}
