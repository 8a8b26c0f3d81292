package org.portolan.catalog;

import java.util.List;

/**
 * A published course that is much like one that is being drafted, and what is alike.
 *
 * @param likeness of a hundred
 * @param title of a hundred, 0 where no language is common
 * @param themes that both have
 * @param competencies that both give
 * @param sameLevel whether both are for the same level
 */
public record SimilarCourse(
    CourseTitle course,
    String centreCode,
    int likeness,
    int title,
    int text,
    List<String> themes,
    List<String> competencies,
    boolean sameLevel) {}
