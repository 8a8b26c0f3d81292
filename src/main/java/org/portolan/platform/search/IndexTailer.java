package org.portolan.platform.search;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.portolan.platform.search.ChangeFeed.Change;

/**
 * Keeps the index of this node up with the database: numbers what was committed, reads what changed
 * since, asks the sources for those items as they are now. Builds the index anew when it has to,
 * beside the one that serves if one does. An unreachable database is waited for.
 */
public final class IndexTailer {
  private static final Logger LOG = Logger.getLogger(IndexTailer.class.getName());
  private static final int BATCH = 500;
  private static final int REBUILD_BATCH = 200;

  /** One failure may be a lock or a restart of the database; after these it is trouble. */
  private static final int TROUBLE = 3;

  static final Duration IDLE = Duration.ofMillis(500);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final Duration STOP_WAIT = Duration.ofSeconds(10);

  private final SearchIndex index;
  private final ChangeFeed feed;
  private final Map<String, SearchSource> sources = new LinkedHashMap<>();
  private final Semaphore wake = new Semaphore(0);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicInteger failedTurns = new AtomicInteger();
  private final ItemReading reading = new ItemReading(this::databaseAnswers);
  private final AtomicLong built = new AtomicLong();
  private String lastFailure = "";
  private boolean settled;
  private Executor helper;
  private Beside beside;
  private volatile Progress progress;
  private volatile boolean started;
  private volatile boolean stopping;

  public IndexTailer(SearchIndex index, ChangeLog log, Collection<? extends SearchSource> sources) {
    this(index, (ChangeFeed) log, sources);
  }

  IndexTailer(SearchIndex index, ChangeFeed feed, Collection<? extends SearchSource> sources) {
    this.index = index;
    this.feed = feed;
    for (SearchSource source : sources) {
      if (this.sources.put(source.kind(), source) != null) {
        throw new IllegalArgumentException("Two sources give " + source.kind());
      }
    }
  }

  /**
   * Brings the index up to what is committed now.
   *
   * @return how many changes were taken in; a rebuild counts as none
   */
  public int runOnce() throws SQLException {
    int taken = 0;
    int sealed;
    do {
      sealed = feed.seal();
      index.ask(feed.rebuilds());
      if (index.needsRebuild() && beside == null) {
        buildInPlace();
      } else if (lost()) {
        index.doubt();
      }
      taken += takeAll();
    } while (sealed > 0 && !stopping);
    keepWhole();
    if (!settled && !index.needsRebuild()) {
      // after a restart hits come in the order that an index built anew would give them
      settled = index.settle();
    }
    index.commitIfDue();
    return taken;
  }

  /** How far the building of an index has come; empty while none is built. */
  Optional<Progress> progress() {
    return Optional.ofNullable(progress);
  }

  /** How many indexes this one has built. */
  long built() {
    return built.get();
  }

  /** How many items of all are in an index that is being built. */
  record Progress(long done, long all) {}

  /** What serves goes on following the log while another one is built beside it. */
  private void keepWhole() throws SQLException {
    if (beside != null) {
      if (beside.filled().isDone()) {
        exchange();
      }
    } else if (index.outdated()) {
      if (helper == null) {
        buildInPlace();
      } else {
        buildBeside();
      }
    }
  }

  /** Looks now instead of at the next turn; safe to call from any thread, best after a commit. */
  public void wake() {
    wake.release();
  }

  /** Runs until stopped, on one thread of the executor, and builds indexes on another. */
  public synchronized void start(Executor executor) {
    if (started) {
      throw new IllegalStateException("already started");
    }
    started = true;
    helper = executor;
    executor.execute(this::run);
  }

  /** Ends after the batch in hand, and waits for that; the index stays open. */
  public void stop() {
    stopping = true;
    wake();
    if (started) {
      try {
        if (!ended.await(STOP_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
          LOG.warning("The search index is still being written to; it will catch up next time");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Why the index does not follow the database; empty while it does. */
  Optional<String> trouble() {
    if (started && !stopping && ended.getCount() == 0) {
      return Optional.of("nothing brings the index up to date any more; the log says why");
    }
    return failedTurns.get() < TROUBLE
        ? Optional.empty()
        : Optional.of("the index does not follow the database; the log says why");
  }

  private void run() {
    try {
      Duration wait = IDLE;
      while (!stopping) {
        wait = turn(wait);
        if (wake.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
          wake.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      LOG.info("The search index stops following the database: its thread was interrupted");
      Thread.currentThread().interrupt();
    } finally {
      giveUp();
      ended.countDown();
    }
  }

  /** An index that is not filled when the node stops is not missed: the next start builds it. */
  private void giveUp() {
    if (beside != null) {
      beside.filled().exceptionally(failure -> 0L).join();
      beside.building().close();
      beside = null;
    }
  }

  /** One turn; says how long to wait for the next, longer each time that it fails. */
  Duration turn(Duration before) {
    try {
      runOnce();
      failedTurns.set(0);
      lastFailure = "";
      if (before.compareTo(IDLE) > 0) {
        LOG.info("The search index follows the database again");
      }
      return IDLE;
    } catch (SQLException | RuntimeException | Error e) {
      // an error too: a thread that ends would leave the index behind for good, and unseen
      failedTurns.incrementAndGet();
      boolean known = stopping || e.toString().equals(lastFailure);
      Level level = known ? Level.FINE : Level.WARNING;
      lastFailure = e.toString();
      LOG.log(level, "The search index cannot follow the database for now", e);
      Duration longer = before.multipliedBy(2);
      return longer.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longer;
    }
  }

  private void buildInPlace() throws SQLException {
    long began = System.nanoTime();
    try {
      long items = index.rebuild(this::everything, feed.head());
      built(items, began);
    } finally {
      progress = null;
    }
  }

  /** An index that another thread fills. */
  private record Beside(Building building, CompletableFuture<Long> filled, long began) {}

  private void buildBeside() throws SQLException {
    Building building = index.build(feed.head());
    CompletableFuture<Long> filled = CompletableFuture.supplyAsync(() -> fill(building), helper);
    beside = new Beside(building, filled, System.nanoTime());
    filled.whenComplete((items, failure) -> wake());
  }

  private long fill(Building building) {
    try {
      long items = building.fill(this::everything);
      // most of what changed meanwhile, so that little is left for the moment of the exchange
      take(building);
      building.finish();
      return items;
    } catch (SQLException e) {
      throw new CompletionException(e);
    }
  }

  /** What was filled takes in the last changes and serves; if it failed it is begun again. */
  private void exchange() throws SQLException {
    Beside filled = beside;
    beside = null;
    progress = null;
    try (Building building = filled.building()) {
      long items = filled.filled().join();
      take(building);
      index.swap(building);
      built(items, filled.began());
    }
  }

  private void built(long items, long began) {
    built.incrementAndGet();
    LOG.log(
        Level.INFO,
        "Search index built: {0} items in {1} ms",
        new Object[] {items, (System.nanoTime() - began) / 1_000_000});
  }

  private void everything(Consumer<SearchDocument> sink) {
    Map<SearchSource, List<Long>> all = new LinkedHashMap<>();
    sources.values().forEach(source -> all.put(source, List.copyOf(source.ids())));
    long count = all.values().stream().mapToLong(List::size).sum();
    long[] done = {0};
    all.forEach(
        (source, ids) -> {
          for (int from = 0; from < ids.size(); from += REBUILD_BATCH) {
            if (stopping) {
              throw new CancellationException("the node stops");
            }
            progress = new Progress(done[0], count);
            List<Long> batch = ids.subList(from, Math.min(from + REBUILD_BATCH, ids.size()));
            reading.find(source, batch).forEach(sink);
            done[0] += batch.size();
          }
        });
    progress = new Progress(count, count);
  }

  private boolean databaseAnswers() {
    try {
      feed.head();
      // while the application is taken down, what fails says nothing about an item
      return !stopping;
    } catch (SQLException e) {
      return false;
    }
  }

  /**
   * Whether changes between the index and the log are gone, or the log is of another, older
   * database.
   */
  private boolean lost() throws SQLException {
    long position = index.position();
    long head = feed.head();
    if (position == head) {
      return false;
    }
    OptionalLong oldest = feed.oldest();
    return position > head || oldest.isEmpty() || oldest.getAsLong() > position + 1;
  }

  private int takeAll() throws SQLException {
    int taken = 0;
    List<Change> changes = feed.since(index.position(), BATCH);
    while (!changes.isEmpty() && !stopping && !index.needsRebuild()) {
      take(changes, index.serving());
      taken += changes.size();
      changes = changes.size() < BATCH ? List.of() : feed.since(index.position(), BATCH);
    }
    return taken;
  }

  private void take(Building building) throws SQLException {
    List<Change> changes;
    do {
      changes = feed.since(building.position(), BATCH);
      if (!changes.isEmpty()) {
        take(changes, building);
      }
    } while (changes.size() == BATCH && !stopping);
  }

  private void take(List<Change> changes, Changing into) {
    Map<String, Set<Long>> byKind = new LinkedHashMap<>();
    for (Change change : changes) {
      byKind.computeIfAbsent(change.kind(), kind -> new LinkedHashSet<>()).add(change.id());
    }
    boolean purge = byKind.remove(Changes.PURGE) != null;
    List<SearchDocument> changed = new ArrayList<>();
    List<ItemKey> gone = new ArrayList<>();
    byKind.forEach(
        (kind, ids) -> {
          Set<Long> missing = new LinkedHashSet<>(ids);
          SearchSource source = sources.get(kind);
          if (source != null) {
            for (SearchDocument item : reading.find(source, ids)) {
              changed.add(item);
              missing.remove(item.id());
            }
          }
          missing.forEach(id -> gone.add(new ItemKey(kind, id)));
        });
    long reached = changes.get(changes.size() - 1).seq();
    if (purge) {
      // the place moves on after the purge: one that a crash cut off is done again
      into.apply(changed, gone, into.position());
      into.purge();
      into.apply(List.of(), List.of(), reached);
    } else {
      into.apply(changed, gone, reached);
    }
  }
}
