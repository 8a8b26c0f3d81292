package org.portolan.collection;

import java.time.Instant;
import java.util.Map;

/**
 * A published collection in all its languages, for whoever copies it.
 *
 * @param texts by two-letter language
 */
public record PublishedCollection(
    long id, String region, Instant publishedAt, Map<String, CollectionText> texts) {}
