package org.portolan.catalog;

import java.util.List;

/** A course as its own page shows it, with the whole text. */
public record CourseDetail(CourseFacts facts, CourseWords words, List<String> languages) {}
