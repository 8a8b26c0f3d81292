package org.portolan.catalog;

/** The words of a course in one language; the body is Markdown, null where only listed. */
public record CourseWords(String language, String title, String summary, String body) {}
