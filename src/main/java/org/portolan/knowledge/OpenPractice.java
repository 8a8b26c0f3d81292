package org.portolan.knowledge;

/**
 * A practice as a form shows it to an editor, and what it was opened on.
 *
 * @param published whether readers see it already, as it was published
 * @param answer words with which it was sent back, or empty
 * @param translation whether the text is there and is none of the original
 * @param stale whether the original says something else by now
 */
public record OpenPractice(
    PracticeBase base,
    PracticeEdit edit,
    boolean published,
    PracticeStage stage,
    String answer,
    boolean translation,
    boolean stale) {}
