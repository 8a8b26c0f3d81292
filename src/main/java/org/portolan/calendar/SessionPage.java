package org.portolan.calendar;

import java.util.List;

/**
 * One page of sessions, soonest first.
 *
 * @param total over all pages
 * @param next where the following page begins, or null on the last
 */
public record SessionPage(List<SessionSummary> items, long total, String next) {}
