package org.portolan.knowledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Where a practice stands, for those who edit it.
 *
 * @param version to be said when something is done to it
 * @param language of the title
 * @param state {@code draft}, {@code published} or {@code archived}
 * @param writtenBy who wrote last on what is being written; empty where nothing is
 * @param submittedBy who handed it in, or empty
 * @param note what is new, as they say
 * @param answer words with which it was sent back, or empty
 * @param decidable whether the person who asks may decide on it
 * @param reviewOn when it is to be looked at again, or null
 * @param dueSince since when that is so, or null
 * @param versions the one that readers see first, then those of before
 */
public record PracticeStanding(
    String code,
    int version,
    String title,
    String language,
    String state,
    PracticeStage stage,
    String writtenBy,
    String submittedBy,
    Instant submittedAt,
    String note,
    String answer,
    boolean decidable,
    int reviewMonths,
    LocalDate reviewOn,
    LocalDate dueSince,
    Instant archivedAt,
    List<KeptVersion> versions) {}
