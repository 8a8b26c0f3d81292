package org.portolan.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.portolan.platform.search.Shelf.practice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the index does with items and databases that fail: it goes on. */
class IndexTailerTest {
  private final Shelf shelf = new Shelf("practice");
  private final Changes changes = new Changes();
  private final SearchIndex index = SearchIndex.inMemory();
  private final IndexTailer tailer = new IndexTailer(index, changes, List.of(shelf));

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void anItemThatCannotBeMadeIsLeftOutOfANewIndex() throws SQLException {
    shelf.put(practice(1, "en", "Valuation", "")).putBroken(2);
    shelf.put(practice(3, "en", "Valuation", ""));

    tailer.runOnce();

    assertThat(found("valuation")).containsExactlyInAnyOrder(1L, 3L);
  }

  @Test
  void anItemThatCannotBeMadeDoesNotKeepLaterChangesOut() throws SQLException {
    shelf.put(practice(1, "en", "Valuation", ""));
    tailer.runOnce();
    shelf.putBroken(1).put(practice(2, "en", "Valuation", ""));
    changes.add(1);
    changes.add(2);

    tailer.runOnce();
    shelf.put(practice(3, "en", "Valuation", ""));
    changes.add(3);
    tailer.runOnce();

    // what the first one was before may not be what may be seen of it now
    assertThat(found("valuation")).containsExactlyInAnyOrder(2L, 3L);
    assertThat(index.position()).isEqualTo(3);
    assertThat(tailer.trouble()).isEmpty();
  }

  @Test
  void aPurgeLeavesNothingOfDeletedItemsInTheIndex() throws SQLException {
    // one of twenty: where more are deleted they are merged away without being asked
    for (long id = 1; id <= 20; id++) {
      shelf.put(practice(id, "en", "Valuation", ""));
    }
    tailer.runOnce();
    shelf.take(1);
    changes.add(1);
    tailer.runOnce();
    assertThat(documents()).as("documents, deleted ones too").isEqualTo(20);

    changes.addPurge();
    tailer.runOnce();

    assertThat(documents()).isEqualTo(19);
    assertThat(found("valuation")).doesNotContain(1L).isNotEmpty();
    assertThat(index.position()).isEqualTo(2);
  }

  private int documents() {
    return index.read(searcher -> searcher.getIndexReader().maxDoc(), () -> 0);
  }

  @Test
  void aDocumentThatTheIndexRefusesIsLeftOutToo() throws SQLException {
    SearchDocument refused =
        SearchDocument.of("practice", 2).text("en", "Valuation", "", "").facet("", "x").build();
    shelf.put(practice(1, "en", "Valuation", ""), refused);
    tailer.runOnce();
    assertThat(found("valuation")).containsExactly(1L);

    changes.add(2);
    shelf.put(practice(3, "en", "Valuation", ""));
    changes.add(3);
    tailer.runOnce();
    assertThat(found("valuation")).containsExactlyInAnyOrder(1L, 3L);
  }

  @Test
  void anItemThatIsLeftOutIsNamedOnce() throws SQLException {
    List<String> said = new ArrayList<>();
    Handler ear = listener(said);
    Logger logger = Logger.getLogger(LeftOut.class.getName());
    logger.addHandler(ear);
    try {
      shelf.put(practice(1, "en", "Valuation", "")).putBroken(2);
      tailer.runOnce();
      changes.add(2);
      tailer.runOnce();
    } finally {
      logger.removeHandler(ear);
    }
    assertThat(said).hasSize(1).first().asString().contains("practice 2");
  }

  @Test
  void whenTheDatabaseIsAwayNothingIsLeftOut() throws SQLException {
    shelf.put(practice(1, "en", "Valuation", ""));
    tailer.runOnce();
    shelf.putBroken(1);
    changes.add(1);
    changes.goneAfterReading = true;
    changes.read = false;

    assertThatThrownBy(tailer::runOnce).hasMessage("this one is broken");
    assertThat(index.position()).isZero();
    assertThat(found("valuation")).containsExactly(1L);
  }

  @Test
  void aSourceThatFailsWhateverIsAskedEmptiesNothing() throws SQLException {
    shelf.put(practice(100, "en", "Valuation", ""));
    tailer.runOnce();
    for (int id = 0; id < 30; id++) {
      shelf.putBroken(id);
      changes.add(id);
    }

    assertThatThrownBy(tailer::runOnce).hasMessage("this one is broken");
    assertThat(index.position()).isZero();
    assertThat(found("valuation")).containsExactly(100L);
  }

  @Test
  void anIndexThatDoesNotFollowSaysSoUntilItDoes() {
    changes.failing = new IllegalStateException("no feed");
    tailer.turn(IndexTailer.IDLE);
    assertThat(tailer.trouble()).as("once may be chance").isEmpty();
    tailer.turn(IndexTailer.IDLE);
    tailer.turn(IndexTailer.IDLE);
    assertThat(tailer.trouble()).hasValueSatisfying(why -> assertThat(why).contains("follow"));

    changes.failing = null;
    tailer.turn(IndexTailer.IDLE);
    assertThat(tailer.trouble()).isEmpty();
  }

  @Test
  void anErrorIsLikeAnyFailureTriedAgain() {
    changes.failing = new StackOverflowError("too deep");
    assertThat(tailer.turn(IndexTailer.IDLE)).isGreaterThan(IndexTailer.IDLE);

    changes.failing = null;
    shelf.put(practice(1, "en", "Valuation", ""));
    assertThat(tailer.turn(IndexTailer.IDLE)).isEqualTo(IndexTailer.IDLE);
    assertThat(found("valuation")).containsExactly(1L);
  }

  @Test
  void aRebuildThatFailsLeavesNoFolderBehind(@TempDir Path folder) throws Exception {
    Path base = folder.resolve("index");
    try (SearchIndex onDisk = SearchIndex.open(base, "")) {
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(
                () ->
                    onDisk.rebuild(
                        sink -> {
                          sink.accept(practice(1, "en", "Valuation", ""));
                          throw new IllegalStateException("no source");
                        },
                        0))
            .hasMessage("no source");
      }
      try (Stream<Path> left = Files.list(base)) {
        assertThat(left).isEmpty();
      }
      assertThat(onDisk.rebuild(sink -> sink.accept(practice(1, "en", "V", "")), 0)).isEqualTo(1);
      assertThat(onDisk.ready()).isTrue();
    }
  }

  @Test
  void anIndexWhoseFolderIsDeletedIsBuiltAnewAtOnce(@TempDir Path folder) throws Exception {
    Path base = folder.resolve("index");
    try (SearchIndex onDisk = SearchIndex.open(base, "")) {
      onDisk.rebuild(sink -> sink.accept(practice(1, "en", "V", "")), 0);
      delete(base);
      assertThat(onDisk.needsRebuild()).isTrue();

      assertThat(onDisk.rebuild(sink -> sink.accept(practice(1, "en", "V", "")), 0)).isEqualTo(1);
      assertThat(onDisk.needsRebuild()).isFalse();
    }
  }

  private List<Long> found(String words) {
    return Shelf.search(index).search(SearchQuery.of(words, "en").build()).hits().stream()
        .map(SearchResult.Hit::id)
        .toList();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static Handler listener(List<String> said) {
    return new Handler() {
      @Override
      public void publish(LogRecord line) {
        said.add(line.getMessage());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  /** A change log in memory. */
  private static final class Changes implements ChangeFeed {
    private final List<Change> all = new ArrayList<>();
    private Throwable failing;
    private boolean goneAfterReading;
    private boolean read;

    private void add(long id) {
      all.add(new Change(all.size() + 1, "practice", id));
    }

    private void addPurge() {
      all.add(new Change(all.size() + 1, "purge", 0));
    }

    @Override
    public int seal() {
      if (failing instanceof Error error) {
        throw error;
      }
      if (failing instanceof RuntimeException exception) {
        throw exception;
      }
      return 0;
    }

    @Override
    public List<Change> since(long position, int limit) {
      read = true;
      return all.stream().filter(change -> change.seq() > position).limit(limit).toList();
    }

    @Override
    public long head() throws SQLException {
      if (goneAfterReading && read) {
        throw new SQLException("gone");
      }
      return all.size();
    }

    @Override
    public long rebuilds() {
      return 0;
    }

    @Override
    public OptionalLong oldest() {
      return all.isEmpty() ? OptionalLong.empty() : OptionalLong.of(1);
    }
  }
}
