package org.portolan.collection;

/**
 * A collection to be written on.
 *
 * @param version to be said when it is changed
 */
public record OpenCollection(long id, int version, boolean published, CollectionEdit edit) {}
