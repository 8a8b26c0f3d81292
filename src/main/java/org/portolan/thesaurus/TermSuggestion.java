package org.portolan.thesaurus;

/**
 * A term that waits for an editor.
 *
 * @param concept that it is to name, or null where there is none yet
 * @param times how often somebody missed it
 */
public record TermSuggestion(
    long id, String term, String language, String concept, int times, int version) {}
