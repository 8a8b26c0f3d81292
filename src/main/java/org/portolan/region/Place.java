package org.portolan.region;

/** A point on the map, in degrees. */
public record Place(double latitude, double longitude) {}
