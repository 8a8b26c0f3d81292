package org.portolan.pack;

import java.util.Map;
import org.portolan.collection.CollectionText;

/**
 * The collection of a pack.
 *
 * @param id by which it is known wherever it goes: its address where it was made
 * @param texts by two-letter language
 */
public record PackedCollection(String id, String region, Map<String, CollectionText> texts) {
  public PackedCollection {
    if (!PackedPractice.ID.matcher(id).matches()) {
      throw new IllegalArgumentException(id);
    }
  }
}
