package org.portolan.booking;

/** A time for which a resource is taken, by which booking and how many of it. */
record Taken(long booking, long resource, int amount, Span span) {}
