package org.portolan.enrolment;

/** A centre gave a session other rules for its seats, and the book follows them already. */
public record SeatsRuled(long sessionId) {}
