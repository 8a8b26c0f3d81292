package org.portolan.platform.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;

/**
 * An index that is filled beside the one that serves. It takes changes too, so that nothing is
 * missing when it takes its place. Closing it leaves nothing behind, unless it serves by then.
 */
final class Building implements Changing, AutoCloseable {
  private final Generations generations;
  private final Generation generation;
  private final LeftOut leftOut;
  private boolean serves;

  Building(Generations generations, Generation generation, LeftOut leftOut) {
    this.generations = generations;
    this.generation = generation;
    this.leftOut = leftOut;
  }

  /**
   * @return how many items it has
   */
  long fill(SearchIndex.Items items) {
    long[] count = {0};
    items.each(
        item -> {
          try {
            count[0] += generation.add(item, leftOut) ? 1 : 0;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return count[0];
  }

  @Override
  public long position() {
    return generation.position();
  }

  @Override
  public void apply(Collection<SearchDocument> changed, Collection<ItemKey> gone, long position) {
    try {
      generation.take(changed, gone, position, leftOut);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void purge() {
    try {
      generation.purge();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes it safe from a crash and ready to be searched, which takes a while where it is large. */
  void finish() {
    try {
      generation.gather();
      generation.commit();
      generation.refresh();
      generation.tidy();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes it the current one for good. */
  Generation serve() throws IOException {
    generation.commit();
    generation.refresh();
    generations.publish(generation.name());
    serves = true;
    return generation;
  }

  @Override
  public void close() {
    if (!serves) {
      SearchIndex.close(generation);
      generations.drop(generation.name());
    }
  }
}
