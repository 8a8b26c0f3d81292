package org.portolan.need;

import java.time.LocalDate;

/**
 * A need as desks show it.
 *
 * @param member null where it is not only one administration that misses it
 * @param theme null where none fits
 * @param heardOn the last day on which it was noticed
 */
public record NeedSummary(
    long id,
    NeedKind kind,
    String region,
    String member,
    String theme,
    String language,
    String wording,
    int times,
    String source,
    NeedState state,
    LocalDate heardOn,
    int version) {}
