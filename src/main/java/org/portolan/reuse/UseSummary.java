package org.portolan.reuse;

/**
 * The use of a practice as readers see it.
 *
 * @param practice its number
 * @param month null where only the year is known
 * @param report Markdown, in the language in which it was written
 * @param withdrawable whether whoever asks may take it back
 */
public record UseSummary(
    long id,
    long practice,
    String member,
    int year,
    Integer month,
    String report,
    String language,
    boolean withdrawable) {}
