package org.portolan.platform.search;

import java.util.Collection;

/** An index that follows the change log: the one that serves, or one that is built beside it. */
interface Changing {

  /** The last change of the log that is in it; 0 when there is no index. */
  long position();

  /**
   * Takes changes in.
   *
   * @param position the last change that these documents stand for
   */
  void apply(Collection<SearchDocument> changed, Collection<ItemKey> gone, long position);

  /** Takes what was deleted from disk too; done before the place in the log moves on. */
  void purge();
}
