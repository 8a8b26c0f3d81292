package org.portolan.calendar;

/** A published session was changed: its days, place, seats or languages. */
public record SessionChanged(long sessionId) {}
