package org.portolan.catalog;

import java.time.LocalDate;

/**
 * A session as the page of its course shows it.
 *
 * @param left seats not yet taken
 * @param languages codes separated by spaces
 */
public record ComingSession(
    long id,
    long courseId,
    String code,
    String centreCode,
    LocalDate firstDay,
    LocalDate lastDay,
    String venue,
    String room,
    String languages,
    boolean online,
    int seats,
    int left) {}
