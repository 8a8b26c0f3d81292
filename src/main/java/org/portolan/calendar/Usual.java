package org.portolan.calendar;

/**
 * What sessions of a course usually are, for one who plans another.
 *
 * @param ownCourse whether it is the planning centre that says so
 */
public record Usual(SessionDefaults sessions, boolean ownCourse) {}
