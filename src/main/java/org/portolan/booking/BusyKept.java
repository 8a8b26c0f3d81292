package org.portolan.booking;

/**
 * What was taken of a calendar file.
 *
 * @param times that are kept
 * @param met times that are not, since sessions or blocks have the trainer then
 */
public record BusyKept(int times, int met) {}
