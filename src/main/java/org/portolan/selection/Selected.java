package org.portolan.selection;

/**
 * Some who have a seat of a session, or were selected for one.
 *
 * @param member code of their administration, or null
 * @param gender as they say, or empty
 */
public record Selected(String member, String gender, int count) {}
