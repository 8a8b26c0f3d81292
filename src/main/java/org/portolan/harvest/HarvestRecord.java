package org.portolan.harvest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.portolan.platform.search.SearchDocument;

/**
 * What is told of an item to those who gather metadata.
 *
 * @param place in the order in which records are gathered; another one after each change
 * @param changedAt to the second
 * @param sets to which it belongs, or did before it went
 * @param item what it is now; empty where it is gone
 */
public record HarvestRecord(
    String kind,
    long entityId,
    long place,
    Instant changedAt,
    List<String> sets,
    Optional<SearchDocument> item) {

  public boolean gone() {
    return item.isEmpty();
  }
}
