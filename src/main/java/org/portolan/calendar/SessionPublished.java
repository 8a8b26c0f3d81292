package org.portolan.calendar;

/** A session was published and can be applied for. */
public record SessionPublished(long sessionId) {}
