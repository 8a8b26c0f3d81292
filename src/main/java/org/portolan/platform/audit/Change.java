package org.portolan.platform.audit;

/**
 * What became of one field of a record.
 *
 * @param before null where there was nothing
 * @param after null where nothing is left
 */
public record Change(String field, String before, String after) {}
