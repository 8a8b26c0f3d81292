package org.portolan.knowledge;

import java.time.Instant;

/**
 * A version that was published.
 *
 * @param publishedBy empty where nobody knows any more
 * @param note what was new
 * @param current whether readers see it
 */
public record KeptVersion(
    int edition, Instant publishedAt, String publishedBy, String note, boolean current) {}
