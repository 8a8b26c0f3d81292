package org.portolan.platform.search;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.store.Directory;

/**
 * Where indexes live. A rebuild fills a fresh one beside the one that serves; only then is it the
 * current one.
 */
interface Generations {

  /**
   * The name of the current index, if one was ever finished and its files are there; somebody may
   * delete them under a running node.
   */
  Optional<String> current() throws IOException;

  Directory open(String name) throws IOException;

  /** The name of a new, empty place. */
  String fresh() throws IOException;

  /** Makes an index the current one, for good even if the power fails now, and drops all others. */
  void publish(String name) throws IOException;

  /** Forgets an index that was begun and not finished. */
  void drop(String name);
}
