package org.portolan.booking;

/** A resource that a session has booked, and how many of it. */
public record BookedResource(long session, ResourceSummary resource, int amount) {}
