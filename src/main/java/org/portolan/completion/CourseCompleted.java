package org.portolan.completion;

import java.time.LocalDate;

/** Somebody completed a course; fired in the transaction in which it is kept. */
public record CourseCompleted(long personId, long courseId, long sessionId, LocalDate day) {}
