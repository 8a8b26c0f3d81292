package org.portolan.calendar;

import java.util.List;

/**
 * What the calendar has ahead, at a glance.
 *
 * @param sessions how many published sessions have not begun
 * @param centres in how many centres they are
 * @param next the first of them
 */
public record ComingUp(long sessions, long centres, List<SessionSummary> next) {}
