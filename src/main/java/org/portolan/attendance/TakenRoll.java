package org.portolan.attendance;

import java.util.Map;
import java.util.Set;

/**
 * What became of what a tablet sent.
 *
 * @param kept names of marks and guests that are kept, now or since they were sent before
 * @param refused names of those that do not count, each with the reason as a part of a key of texts
 */
public record TakenRoll(Set<String> kept, Map<String, String> refused) {}
