package org.portolan.collection;

import java.time.Instant;

/**
 * A collection in a list.
 *
 * @param language of title and words, which is the reader's where there is such a text
 * @param practices how many of its practices the person may read
 */
public record CollectionSummary(
    long id,
    String region,
    String title,
    String words,
    String language,
    boolean published,
    Instant updatedAt,
    long practices) {}
