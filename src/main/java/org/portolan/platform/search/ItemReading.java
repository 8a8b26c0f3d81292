package org.portolan.platform.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Asks a source for items as they are now. One whose document cannot be made is left out, so that
 * it does not keep all others from being found. A source that fails for want of its database, or
 * for whatever it is asked, fails the reading instead: then nothing is known about the items.
 */
final class ItemReading {
  /** So many failures without a success in between say that the source is broken, not the items. */
  private static final int MOST_IN_A_ROW = 20;

  private final BooleanSupplier databaseAnswers;
  private final LeftOut leftOut = new LeftOut();

  ItemReading(BooleanSupplier databaseAnswers) {
    this.databaseAnswers = databaseAnswers;
  }

  List<SearchDocument> find(SearchSource source, Collection<Long> ids) {
    try {
      return source.find(ids);
    } catch (RuntimeException e) {
      return oneByOne(source, ids);
    }
  }

  private List<SearchDocument> oneByOne(SearchSource source, Collection<Long> ids) {
    List<SearchDocument> found = new ArrayList<>();
    int inARow = 0;
    for (long id : ids) {
      try {
        found.addAll(twice(source, id));
        inARow = 0;
      } catch (RuntimeException e) {
        if (++inARow > MOST_IN_A_ROW || !databaseAnswers.getAsBoolean()) {
          throw e;
        }
        leftOut.add(new ItemKey(source.kind(), id), e);
      }
    }
    return found;
  }

  /** A database that was away for a moment is no reason to miss an item. */
  private List<SearchDocument> twice(SearchSource source, long id) {
    try {
      return source.find(Set.of(id));
    } catch (RuntimeException e) {
      if (!databaseAnswers.getAsBoolean()) {
        throw e;
      }
      return source.find(Set.of(id));
    }
  }
}
