package org.portolan.harvest;

import java.util.List;

/**
 * Some of what was asked for.
 *
 * @param total of all pages together, as it is now
 * @param before how many of those stand before this page
 * @param more whether a page follows
 */
public record HarvestPage(List<HarvestRecord> records, int total, int before, boolean more) {}
