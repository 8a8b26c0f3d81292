package org.portolan.platform.storage;

/**
 * The record of a feature that a file belongs to; a record has one at most.
 *
 * @param kind of record, a word with hyphens, such as {@code nomination}
 */
public record FileUse(String kind, long record) {}
