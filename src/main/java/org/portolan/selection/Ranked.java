package org.portolan.selection;

import java.util.Map;

/**
 * Where somebody stands in a ranking, and why.
 *
 * @param place from 1
 * @param share points of all that could be had, in thousandths
 * @param points by criterion, from 0 to 1,000, before they are weighed
 */
public record Ranked(long number, int place, int share, Map<Criterion, Integer> points) {}
