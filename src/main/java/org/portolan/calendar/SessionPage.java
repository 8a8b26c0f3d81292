package org.portolan.calendar;

import java.util.List;
import java.util.Map;

/**
 * One page of sessions, soonest first.
 *
 * @param total over all pages
 * @param next where the following page begins, or null on the last
 * @param unknown filter values that mean nothing, by dimension; when there are any, nothing is
 *     found
 */
public record SessionPage(
    List<SessionSummary> items, long total, String next, Map<String, String> unknown) {}
