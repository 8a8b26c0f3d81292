package org.portolan.knowledge;

import java.time.Instant;
import java.util.List;

/**
 * A practice in a list.
 *
 * @param memberCode or null
 * @param language of title and summary, which is the reader's where there is such a text
 * @param publishedAt null for a draft
 */
public record PracticeSummary(
    String code,
    String regionCode,
    String memberCode,
    String themeCode,
    int year,
    String language,
    String title,
    String summary,
    List<String> languages,
    boolean published,
    Instant publishedAt,
    Instant updatedAt) {}
