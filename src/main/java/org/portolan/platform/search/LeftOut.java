package org.portolan.platform.search;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Items of which no document could be made. Each is named in the log once, not at every turn. */
final class LeftOut {
  private static final Logger LOG = Logger.getLogger(LeftOut.class.getName());
  private static final int MOST_REMEMBERED = 10_000;

  private final Set<ItemKey> named = ConcurrentHashMap.newKeySet();

  void add(ItemKey item, RuntimeException reason) {
    if (named.size() >= MOST_REMEMBERED) {
      named.clear();
    }
    if (named.add(item)) {
      LOG.log(
          Level.WARNING,
          reason,
          () ->
              "The search index leaves out "
                  + item.kind()
                  + " "
                  + item.id()
                  + ": no document can be made of it");
    }
  }
}
