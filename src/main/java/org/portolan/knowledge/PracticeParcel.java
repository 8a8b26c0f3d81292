package org.portolan.knowledge;

import java.time.Instant;

/**
 * A published practice as it travels: what it says as it stands in the database, and what readers
 * are told of it.
 *
 * @param content whole, as JSON
 * @param digest of what is said in it, wherever it stands: the same for the same words, theme, year
 *     and source
 * @param editionAt since when readers see it like this
 */
public record PracticeParcel(
    long id, PracticeInFull practice, String content, String digest, Instant editionAt) {}
