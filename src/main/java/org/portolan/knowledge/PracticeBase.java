package org.portolan.knowledge;

/**
 * What an editor's form was opened on. It comes back with what was written, so that nobody's text
 * is written over unseen.
 *
 * @param version of the practice as the editor saw it
 * @param language of the text that was opened
 */
public record PracticeBase(int version, String language) {}
