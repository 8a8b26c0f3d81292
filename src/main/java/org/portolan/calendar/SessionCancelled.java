package org.portolan.calendar;

/** A session was cancelled and will not take place. */
public record SessionCancelled(long sessionId) {}
