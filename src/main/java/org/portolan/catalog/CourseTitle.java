package org.portolan.catalog;

/** The short and the long name of a course, and the language of the long one. */
public record CourseTitle(long id, String code, String title, String language) {}
