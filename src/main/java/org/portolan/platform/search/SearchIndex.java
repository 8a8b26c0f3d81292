package org.portolan.platform.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.portolan.platform.search.Generation.FileState;
import org.portolan.platform.search.Generation.UnusableIndex;

/**
 * The index of this node for as long as the node lives: the only writer, the searchers, and how far
 * in the change log it came. An index that is missing, damaged, of another version or held by a
 * writer that never let go is not repaired but built anew in a fresh place, while what still serves
 * goes on serving. One whose files were cut off answers nothing any more: it would leave out what
 * it cannot read, and nobody would see it.
 */
public final class SearchIndex implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(SearchIndex.class.getName());
  private static final long COMMIT_EVERY_NANOS = 5_000_000_000L;
  private static final String LAYOUT = IndexVersion.CURRENT + "/";
  private static final String REQUEST = "#";
  private static final String INCOMPLETE = "incomplete";
  private static final int LOCK_TRIES = 4;
  private static final long LOCK_WAIT_MILLIS = 250;

  /** Reading all of it costs something, and whoever can make a search fail could ask for it. */
  private static final long EXAMINE_EVERY_NANOS = 60_000_000_000L;

  private final Generations generations;
  private final Changing serving = new Serving();
  private final String content;
  private volatile String version;
  private volatile Generation current;
  private volatile boolean damaged;
  private volatile boolean unreadable;
  private volatile boolean suspected;
  private final LeftOut leftOut = new LeftOut();
  private long lastCommit = System.nanoTime();
  private long lastExamined = lastCommit - EXAMINE_EVERY_NANOS;

  SearchIndex(Generations generations, String content) {
    this.generations = generations;
    this.content = LAYOUT + content;
    this.version = this.content;
    this.current = openCurrent();
  }

  /**
   * Opens what is in the folder, or nothing; then {@link #needsRebuild} says so.
   *
   * @param content names the content that the application laid down at this start, which leaves no
   *     changes behind: an index made before other content serves until another one is built
   */
  public static SearchIndex open(Path folder, String content) {
    return new SearchIndex(new GenerationsOnDisk(folder), content);
  }

  public static SearchIndex inMemory() {
    return new SearchIndex(new GenerationsInMemory(), "");
  }

  /** Whether it can answer at all. */
  public boolean ready() {
    return current != null && !unreadable;
  }

  /**
   * Whether it is missing or no longer to be trusted with changes; it may go on answering
   * meanwhile.
   */
  public boolean needsRebuild() {
    Generation serving = current;
    if (serving == null || damaged || unreadable) {
      return true;
    }
    switch (serving.files()) {
      case CUT -> unreadable("Files of the search index were cut off", null);
      case GONE -> fail(new NoSuchFileException(serving.name()));
      case WHOLE -> {
        if (suspected) {
          examine(serving);
        }
      }
    }
    return unreadable || damaged || !serving.open() || !isCurrent(serving);
  }

  /** Whether the next start would find it. */
  private boolean isCurrent(Generation serving) {
    try {
      return generations.current().filter(serving.name()::equals).isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  /** After something that only damage or a mistake of ours explains. */
  private synchronized void examine(Generation serving) {
    if (System.nanoTime() - lastExamined >= EXAMINE_EVERY_NANOS) {
      lastExamined = System.nanoTime();
      suspected = false;
      if (!serving.sound()) {
        unreadable("The search index is damaged", null);
      }
    }
  }

  /** The last change of the log that is in the index; 0 when there is no index. */
  public long position() {
    Generation serving = current;
    return serving == null ? 0 : serving.position();
  }

  /**
   * Whether it was made with other content than the application has now, or lacks changes; it
   * answers and takes what comes until another one takes its place.
   */
  boolean outdated() {
    Generation serving = current;
    return serving != null && !serving.version().equals(version);
  }

  /** Has it outdated unless it was made for this request of an operator, the how manieth. */
  void ask(long rebuild) {
    version = rebuild == 0 ? content : content + REQUEST + rebuild;
  }

  /** The request that the index which answers was made for, or the last one before it. */
  long rebuild() {
    Generation serving = current;
    String made = serving == null ? "" : serving.version();
    int number = made.lastIndexOf(REQUEST);
    return number < 0 ? 0 : Long.parseLong(made.substring(number + 1));
  }

  /** How many documents searches find. */
  int documents() {
    return read(searcher -> searcher.getIndexReader().numDocs(), () -> 0);
  }

  /** What its files take. */
  long bytes() {
    Generation serving = current;
    return serving == null ? 0 : serving.bytes();
  }

  /** Says for good that changes of the log are missing in what serves. */
  synchronized void doubt() {
    Generation serving = current;
    if (serving != null) {
      serving.rename(LAYOUT + INCOMPLETE);
    }
  }

  /** The index that answers now, as the one that takes changes. */
  Changing serving() {
    return serving;
  }

  /**
   * Shows changes at once. They survive a crash a few seconds later, and what is lost by one is
   * read from the change log again.
   */
  private final class Serving implements Changing {
    @Override
    public long position() {
      return SearchIndex.this.position();
    }

    @Override
    public void apply(Collection<SearchDocument> changed, Collection<ItemKey> gone, long position) {
      SearchIndex.this.apply(changed, gone, position);
    }

    @Override
    public void purge() {
      SearchIndex.this.takeDeletedFromDisk();
    }
  }

  private synchronized void apply(
      Collection<SearchDocument> changed, Collection<ItemKey> gone, long position) {
    Generation serving = current;
    if (serving == null) {
      return;
    }
    try {
      serving.take(changed, gone, position, leftOut);
      serving.refresh();
    } catch (IOException | AlreadyClosedException | InternalError e) {
      fail(e);
    } catch (RuntimeException e) {
      suspected = true;
      throw e;
    }
    commitIfDue();
  }

  private synchronized void takeDeletedFromDisk() {
    Generation serving = current;
    if (serving == null) {
      return;
    }
    try {
      serving.purge();
      serving.refresh();
      commit();
      serving.tidy();
    } catch (IOException | AlreadyClosedException | InternalError e) {
      fail(e);
    }
  }

  /**
   * Has what was deleted merged away beside everything else.
   *
   * @return whether that is over
   */
  synchronized boolean settle() {
    Generation serving = current;
    if (serving == null) {
      return false;
    }
    try {
      return serving.settle();
    } catch (IOException | AlreadyClosedException | InternalError e) {
      fail(e);
      return false;
    }
  }

  /** Makes what was applied safe from a crash, if the last time is long enough ago. */
  synchronized void commitIfDue() {
    if (System.nanoTime() - lastCommit >= COMMIT_EVERY_NANOS) {
      commit();
    }
  }

  private void commit() {
    lastCommit = System.nanoTime();
    Generation serving = current;
    if (serving == null || damaged) {
      return;
    }
    try {
      serving.commit();
    } catch (IOException | AlreadyClosedException | InternalError e) {
      fail(e);
    }
  }

  /** Everything that a new index is filled with. */
  interface Items {
    void each(Consumer<SearchDocument> sink);
  }

  /**
   * Begins an index beside the one that serves.
   *
   * @param position the head of the change log, read before any source is asked
   */
  Building build(long position) {
    String name = null;
    try {
      name = generations.fresh();
      Generation made = Generation.create(name, version, generations.open(name), position);
      return new Building(generations, made, leftOut);
    } catch (IOException e) {
      drop(name);
      throw new UncheckedIOException("A search index could not be begun", e);
    }
  }

  /** Lets a finished index serve from here on. */
  synchronized void swap(Building built) {
    try {
      Generation old = current;
      current = built.serve();
      damaged = false;
      unreadable = false;
      suspected = false;
      lastCommit = System.nanoTime();
      close(old);
    } catch (IOException e) {
      throw new UncheckedIOException("The search index could not be exchanged", e);
    }
  }

  /**
   * Builds the whole index anew, then swaps. The old one answers until then and stays if this
   * fails.
   *
   * @param position the head of the change log, read before any source is asked
   * @return how many items it has
   */
  long rebuild(Items items, long position) {
    try (Building building = build(position)) {
      long count = building.fill(items);
      building.finish();
      swap(building);
      return count;
    }
  }

  private void drop(String name) {
    if (name != null) {
      generations.drop(name);
    }
  }

  /** Something to do with one consistent state of the index. */
  interface Reading<T> {
    T with(FacetedSearcher searcher) throws IOException;
  }

  /** Reads the index, or says the other thing while there is none that can be read. */
  <T> T read(Reading<T> reading, Supplier<T> otherwise) {
    try {
      return readNow(reading, otherwise);
    } catch (InternalError e) {
      // the runtime may tell of a fault late, even while another one is written to the log
      unreadable("The search index cannot be read", e);
      return otherwise.get();
    }
  }

  private <T> T readNow(Reading<T> reading, Supplier<T> otherwise) {
    while (true) {
      Generation serving = current;
      if (serving == null || unreadable) {
        return otherwise.get();
      }
      SearcherManager searchers = serving.searchers();
      try {
        FacetedSearcher searcher = (FacetedSearcher) searchers.acquire();
        try {
          return reading.with(searcher);
        } finally {
          searchers.release(searcher);
        }
      } catch (AlreadyClosedException e) {
        // swapped between the two lines; the next one serves, unless the node is stopping
        if (serving == current) {
          return otherwise.get();
        }
      } catch (IOException | InternalError e) {
        // the error is what a mapped file gives that is shorter than it was
        if (serving == current) {
          unreadable("The search index cannot be read", e);
        }
      } catch (RuntimeException | Error e) {
        if (serving.files() != FileState.CUT) {
          suspected = true;
          throw e;
        }
        unreadable("Files of the search index were cut off", e);
      }
    }
  }

  /** Commits and lets go of the files. */
  @Override
  public synchronized void close() {
    commit();
    Generation serving = current;
    current = null;
    close(serving);
  }

  /** It takes no more changes; what it has can still be read. */
  private void fail(Throwable e) {
    if (!damaged) {
      LOG.log(Level.WARNING, "The search index is damaged and will be built anew", e);
    }
    damaged = true;
  }

  private synchronized void unreadable(String what, Throwable e) {
    if (!unreadable) {
      LOG.log(Level.WARNING, what + "; until it is built anew nothing is found", e);
    }
    unreadable = true;
  }

  private Generation openCurrent() {
    try {
      Optional<String> name = generations.current();
      return name.isPresent() ? open(name.get()) : null;
    } catch (UnusableIndex e) {
      LOG.log(Level.INFO, "The search index will be built anew: {0}", e.getMessage());
      return null;
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "The search index cannot be used and will be built anew", e);
      return null;
    }
  }

  /**
   * A writer of an application that was just replaced may need a moment to let go; one that never
   * does is left alone.
   */
  private Generation open(String name) throws IOException, UnusableIndex {
    for (int tried = 1; ; tried++) {
      Directory directory = generations.open(name);
      try {
        return Generation.open(name, LAYOUT, directory);
      } catch (LockObtainFailedException e) {
        directory.close();
        if (tried == LOCK_TRIES) {
          throw e;
        }
        pause();
      } catch (IOException | RuntimeException | UnusableIndex e) {
        directory.close();
        throw e;
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LOCK_WAIT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static void close(Generation generation) {
    if (generation == null) {
      return;
    }
    try {
      generation.close();
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.FINE, "An index did not close cleanly", e);
    }
  }
}
