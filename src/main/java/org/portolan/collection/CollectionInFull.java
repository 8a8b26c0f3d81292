package org.portolan.collection;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A collection in all its languages, for whoever takes it along.
 *
 * @param texts by two-letter language
 * @param practices numbers of those that the person may read, in order
 */
public record CollectionInFull(
    long id,
    String region,
    Instant updatedAt,
    Map<String, CollectionText> texts,
    List<Long> practices) {}
