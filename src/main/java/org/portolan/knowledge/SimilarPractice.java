package org.portolan.knowledge;

/**
 * A published practice that is much like one that is being written.
 *
 * @param language of the title
 * @param percent how much it is like it
 */
public record SimilarPractice(String code, String title, String language, int percent) {}
