package org.portolan.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portolan.platform.search.Shelf.practice;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While an index is built anew, the one that serves goes on taking changes. */
class RebuildBesideTest {
  private final Held shelf = new Held();
  private final Log log = new Log();
  private SearchIndex index = SearchIndex.inMemory();
  private IndexTailer tailer = new IndexTailer(index, log, List.of(shelf));

  @AfterEach
  void close() {
    shelf.gate.countDown();
    tailer.stop();
    index.close();
  }

  private void start() {
    tailer.start(work -> new Thread(work).start());
    await(index::ready);
  }

  @Test
  void changesAreFoundWhileAnIndexIsBuiltAndAfterwards() throws Exception {
    shelf.put(1, 2);
    start();
    shelf.hold();
    log.askForAnother();
    tailer.wake();
    assertThat(shelf.asked.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(tailer.progress()).isPresent();

    shelf.put(3);
    shelf.shelf.take(1);
    log.add(3);
    log.add(1);
    tailer.wake();
    await(() -> found().equals(List.of(2L, 3L)));
    assertThat(tailer.built()).as("the other one is not finished").isEqualTo(1);

    shelf.gate.countDown();
    await(() -> tailer.built() == 2);
    assertThat(found()).containsExactly(2L, 3L);
    assertThat(tailer.progress()).isEmpty();
    assertThat(index.position()).isEqualTo(2);
  }

  @Test
  void anIndexOfOtherContentServesUntilAnotherOneIsBuilt(@TempDir Path folder) {
    index.close();
    try (SearchIndex before = SearchIndex.open(folder, "one")) {
      before.rebuild(sink -> sink.accept(practice(7, "en", "Valuation", "")), 0);
    }
    index = SearchIndex.open(folder, "two");
    tailer = new IndexTailer(index, log, List.of(shelf));
    shelf.put(1);
    shelf.hold();
    start();
    assertThat(found()).containsExactly(7L);
    shelf.gate.countDown();
    await(() -> found().equals(List.of(1L)));
    assertThat(index.outdated()).isFalse();
  }

  @Test
  void aRequestThatCameWhileTheNodeWasAwayIsMetAtItsStart(@TempDir Path folder) {
    index.close();
    try (SearchIndex before = SearchIndex.open(folder, "one")) {
      before.rebuild(sink -> sink.accept(practice(7, "en", "Valuation", "")), 0);
    }
    log.askForAnother();
    index = SearchIndex.open(folder, "one");
    tailer = new IndexTailer(index, log, List.of(shelf));
    shelf.put(1);
    start();
    await(() -> found().equals(List.of(1L)));
    assertThat(index.rebuild()).isEqualTo(1);
    await(() -> tailer.built() == 1);
    log.add(1);
    tailer.wake();
    await(() -> index.position() == 1);
    assertThat(tailer.built()).as("once").isEqualTo(1);
  }

  @Test
  void missedChangesAreNotForgottenByARestart(@TempDir Path folder) throws Exception {
    index.close();
    try (SearchIndex before = SearchIndex.open(folder, "one")) {
      before.rebuild(sink -> sink.accept(practice(7, "en", "Valuation", "")), 0);
      before.doubt();
    }
    index = SearchIndex.open(folder, "one");
    assertThat(index.outdated()).isTrue();
    tailer = new IndexTailer(index, log, List.of(shelf));
    shelf.put(1);
    start();
    await(() -> found().equals(List.of(1L)));
  }

  @Test
  void aBuildingThatFailsIsBegunAgain() {
    shelf.put(1);
    start();
    shelf.failing = true;
    log.askForAnother();
    tailer.wake();
    await(() -> shelf.failed > 0);
    shelf.put(2);
    shelf.failing = false;
    await(() -> tailer.built() == 2);
    assertThat(found()).containsExactly(1L, 2L);
  }

  @Test
  void aStopGivesUpWhatIsBeingBuilt() throws Exception {
    shelf.put(1);
    start();
    shelf.hold();
    log.askForAnother();
    tailer.wake();
    assertThat(shelf.asked.await(10, TimeUnit.SECONDS)).isTrue();
    Thread stopping = new Thread(tailer::stop);
    stopping.start();
    shelf.gate.countDown();
    stopping.join(10_000);
    assertThat(stopping.isAlive()).isFalse();
    assertThat(found()).containsExactly(1L);
  }

  private List<Long> found() {
    return Shelf.search(index).search(SearchQuery.of("valuation", "en").build()).hits().stream()
        .map(SearchResult.Hit::id)
        .sorted()
        .toList();
  }

  private static void await(BooleanSupplier what) {
    long limit = System.nanoTime() + 10_000_000_000L;
    while (!what.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(limit);
      Thread.onSpinWait();
    }
  }

  /** A source that waits in the middle of giving all, or fails. */
  private static final class Held implements SearchSource {
    private final Shelf shelf = new Shelf("practice");
    private volatile CountDownLatch asked = new CountDownLatch(0);
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile boolean failing;
    private volatile int failed;

    private synchronized void put(long... ids) {
      for (long id : ids) {
        shelf.put(practice(id, "en", "Valuation", ""));
      }
    }

    private void hold() {
      gate = new CountDownLatch(1);
      asked = new CountDownLatch(1);
    }

    @Override
    public String kind() {
      return shelf.kind();
    }

    @Override
    public Collection<Long> ids() {
      if (failing) {
        failed++;
        throw new IllegalStateException("no ids");
      }
      return shelf.ids();
    }

    @Override
    public List<SearchDocument> find(Collection<Long> ids) {
      List<SearchDocument> found;
      synchronized (this) {
        found = shelf.find(ids);
      }
      // the first who asks reads what is there, then waits: what comes meanwhile is a change
      boolean first = asked.getCount() > 0;
      asked.countDown();
      if (first) {
        try {
          gate.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      return found;
    }
  }

  private static final class Log implements ChangeFeed {
    private final List<Change> all = new ArrayList<>();
    private long rebuilds;

    private synchronized void askForAnother() {
      rebuilds++;
    }

    @Override
    public synchronized long rebuilds() {
      return rebuilds;
    }

    private synchronized void add(long id) {
      all.add(new Change(all.size() + 1, "practice", id));
    }

    @Override
    public int seal() {
      return 0;
    }

    @Override
    public synchronized List<Change> since(long position, int limit) {
      return all.stream().filter(change -> change.seq() > position).limit(limit).toList();
    }

    @Override
    public synchronized long head() {
      return all.size();
    }

    @Override
    public synchronized OptionalLong oldest() {
      return all.isEmpty() ? OptionalLong.empty() : OptionalLong.of(1);
    }
  }
}
