package org.portolan.radar.rules;

/**
 * What the rules know of a centre.
 *
 * @param member its host, or null where none is known
 * @param plans whether it ever planned a session here, in whatever year
 */
public record CentreFact(String code, String member, boolean plans) {}
