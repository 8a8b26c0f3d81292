package org.portolan.calendar;

/** A session that was announced without days has got them and can be applied for. */
public record SessionDated(long sessionId) {}
