package org.portolan.calendar;

/** A session, perhaps a draft, has other days or hours than it had, or none any more. */
public record SessionMoved(long sessionId) {}
