package org.portolan.knowledge;

/**
 * A practice as it is read.
 *
 * @param body in the language of the summary
 * @param original whether this is the language in which it was written
 */
public record PracticeView(PracticeSummary summary, PracticeBody body, boolean original) {}
