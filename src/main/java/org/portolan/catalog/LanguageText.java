package org.portolan.catalog;

/**
 * That a course has a text in a language, and how it stands to the first one.
 *
 * @param master whether the others follow it
 * @param stale whether it tells an older edition of the course
 */
public record LanguageText(String language, String title, boolean master, boolean stale) {}
