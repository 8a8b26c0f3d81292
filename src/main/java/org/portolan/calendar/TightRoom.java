package org.portolan.calendar;

/**
 * A room with fewer places than its session has seats.
 *
 * @param strict whether its centre wants nobody to plan so
 */
public record TightRoom(String name, int places, boolean strict) {}
