package org.portolan.radar;

import org.portolan.calendar.SessionFacts;
import org.portolan.catalog.CourseTitle;

/** A session as findings and proposals name it. */
public record NamedSession(SessionFacts facts, CourseTitle course) {}
