package org.portolan.radar.rules;

/**
 * What the rules know of a centre.
 *
 * @param member its host, or null where none is known
 */
public record CentreFact(String code, String member) {}
