package org.portolan.platform.search;

import java.util.List;

/**
 * What is like an item, the most alike first.
 *
 * @param ready false while the index is first being built, of which nothing can be said
 * @param known whether the item itself is one that the person may find
 */
public record Similar(boolean ready, boolean known, List<Suggestion> items) {
  static final Similar AWAY = new Similar(false, false, List.of());
  static final Similar UNKNOWN = new Similar(true, false, List.of());

  public Similar {
    items = List.copyOf(items);
  }
}
