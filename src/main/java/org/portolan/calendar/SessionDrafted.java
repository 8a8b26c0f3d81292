package org.portolan.calendar;

/** A session was planned anew, as a draft. Not fired for a copy, which is as its original. */
public record SessionDrafted(long sessionId, long courseId) {}
