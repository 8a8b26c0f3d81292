package org.portolan.collection;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A published collection in all its languages, with what the person may read of it.
 *
 * @param texts by two-letter language, in the order of the alphabet
 * @param practices numbers of those of its practices that the person may read, in order
 */
public record ToldCollection(
    long id,
    String region,
    Instant publishedAt,
    Instant updatedAt,
    Map<String, CollectionText> texts,
    List<Long> practices) {}
