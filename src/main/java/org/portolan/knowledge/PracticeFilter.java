package org.portolan.knowledge;

/**
 * Which practices to list; null means any.
 *
 * @param language a text in it must exist
 * @param year four digits; anything else finds nothing
 */
public record PracticeFilter(String region, String theme, String year, String language) {}
