package org.portolan.harvest;

import java.time.Instant;

/**
 * A page that everybody may read.
 *
 * @param path from the root
 */
public record HarvestedPlace(String path, Instant changedAt) {}
