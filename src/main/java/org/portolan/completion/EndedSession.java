package org.portolan.completion;

import java.time.LocalDate;
import java.util.Map;

/**
 * A session whose results are to be kept.
 *
 * @param day on which it ended
 * @param gives levels of the competencies that its course gives, by their codes
 */
public record EndedSession(
    long id,
    String code,
    long courseId,
    String centreCode,
    LocalDate day,
    Map<String, Integer> gives) {}
