package org.portolan.knowledge;

import java.time.Instant;

/**
 * What is still said of a practice that was put away.
 *
 * @param language of the title
 * @param successor what to read instead, or null
 */
public record ArchivedPractice(
    String code,
    String title,
    String language,
    String regionCode,
    Instant archivedAt,
    PracticeSummary successor) {}
