package org.portolan.catalog;

import java.util.List;

/**
 * A course as a list shows it.
 *
 * @param words in the reader's language, else in the nearest that exists: the page says so
 * @param languages codes of every language in which the course has a text, in the usual order
 */
public record CourseSummary(CourseFacts facts, CourseWords words, List<String> languages) {}
