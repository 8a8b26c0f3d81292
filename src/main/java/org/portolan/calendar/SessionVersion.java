package org.portolan.calendar;

/** A session as it was between two writes. */
record SessionVersion(long id, int version) {}
