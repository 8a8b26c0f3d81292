package org.portolan.knowledge;

import java.util.List;
import java.util.Map;

/**
 * Some practices of a list, newest first, after a place in it.
 *
 * @param next the place after which the list goes on, null at its end
 * @param unknown filter values that mean nothing, by parameter
 */
public record PracticeSlice(
    List<PracticeSummary> items, long total, String next, Map<String, String> unknown) {}
