package org.portolan.knowledge;

/** A practice as a form shows it to an editor, and what it was opened on. */
public record OpenPractice(PracticeBase base, PracticeEdit edit) {}
