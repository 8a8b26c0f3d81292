package org.portolan.platform.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a few words are about, as a direction among concepts, by which a question and a title in
 * different words and languages are compared.
 *
 * @param shares by code of a concept, the greatest first, together of length one; empty where
 *     nothing is told
 * @param confidence from 0, where the words tell nothing, to 1, where each tells all it can of one
 *     concept
 */
public record Subject(Map<String, Float> shares, float confidence) {
  public static final Subject NONE = new Subject(Map.of(), 0);

  public Subject {
    // in one order on all nodes: sums of other orders differ in their last digits
    shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
  }

  /** From 0, nothing in common, to 1, the same. */
  float likeness(Subject other) {
    float likeness = 0;
    for (Map.Entry<String, Float> share : shares.entrySet()) {
      likeness += share.getValue() * other.shares.getOrDefault(share.getKey(), 0f);
    }
    return likeness;
  }
}
