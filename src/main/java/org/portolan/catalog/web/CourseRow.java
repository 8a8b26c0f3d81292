package org.portolan.catalog.web;

import org.portolan.catalog.ComingSession;
import org.portolan.catalog.CourseSummary;

/**
 * A course in the list.
 *
 * @param foreign true where the words are in another language than the reader's
 * @param next its next session, or null
 */
public record CourseRow(CourseSummary course, boolean foreign, ComingSession next, String place) {}
