package org.portolan.collection;

import java.util.List;
import java.util.Map;

/**
 * Some published collections, the last published first, after a place in the list.
 *
 * @param next the place after which the list goes on, null at its end
 * @param unknown filter values that mean nothing, by parameter
 */
public record CollectionSlice(
    List<ToldCollection> items, long total, String next, Map<String, String> unknown) {}
