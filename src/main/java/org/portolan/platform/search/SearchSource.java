package org.portolan.platform.search;

import java.util.Collection;
import java.util.List;

/**
 * What a feature implements to have its items found. Both methods run outside any request, on the
 * thread that keeps the index, and open their own transaction. They must read what is committed
 * now: on another node a shared entity cache may still hold the state before the change, so it has
 * to be passed by.
 */
public interface SearchSource {

  /** The kind of every document that this source gives; no two sources share one. */
  String kind();

  /**
   * The ids of all items, among which may be some that are not to be found; used when the index is
   * built anew. The items themselves are asked for in batches that do not fill the memory.
   */
  Collection<Long> ids();

  /** The items with these ids. One that is missing from the answer is taken out of the index. */
  List<SearchDocument> find(Collection<Long> ids);
}
