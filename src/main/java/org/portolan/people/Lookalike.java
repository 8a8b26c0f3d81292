package org.portolan.people;

/** Somebody who is there already and may be the one who is to be added. */
public record Lookalike(PersonSummary person, Likeness why) {}
