package org.portolan.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What may happen to an index on a disk. Afterwards two hundred questions have the answers that a
 * fresh index gives: the same hits in the same order, the same marks, the same facets. Meanwhile a
 * search is answered or refused, and fails never. Profile {@code drill} has the full counts.
 */
class IndexDamageTest {
  private static final boolean FULL = Boolean.getBoolean("portolan.drill");
  private static final int KILLS = FULL ? 30 : 2;
  private static final int CUTS = FULL ? 60 : 3;
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static List<String> fresh;

  @TempDir private Path folder;
  private Path base;

  @BeforeAll
  static void askAFreshIndex() throws Exception {
    DrillLibrary library = DrillLibrary.finished();
    try (SearchIndex index = SearchIndex.inMemory()) {
      new IndexTailer(index, library, List.of(library)).runOnce();
      fresh = library.answers(index);
    }
    assertThat(fresh).hasSize(200);
    assertThat(fresh.stream().filter(answer -> answer.contains(" 0[]")).count())
        .as("questions that find nothing")
        .isLessThan(60);
  }

  @BeforeEach
  void inAFolderOfItsOwn() {
    base = folder.resolve("index");
  }

  @Test
  void anIndexThatWasKilledWhileItWasWrittenIsLikeAFreshOne() throws Exception {
    int kept = 0;
    for (int seed = 1; seed <= KILLS; seed++) {
      delete(base);
      killWhileWriting(seed);
      try (SearchIndex index = SearchIndex.open(base, "drill")) {
        kept += index.ready() ? 1 : 0;
        assertFollowsLikeAFreshOne(index, "killed, seed " + seed);
      }
    }
    System.out.printf("Index killed %d times while written: %d could go on%n", KILLS, kept);
    assertThat(kept).as("began where they were").isPositive();
  }

  private void killWhileWriting(int seed) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                IndexKillMain.class.getName(),
                base.toString(),
                Integer.toString(seed))
            .redirectErrorStream(true)
            .start();
    try (var said = process.inputReader()) {
      assertThat(said.lines().anyMatch("ready"::equals)).as("it began").isTrue();
      Thread.sleep(new Random(seed).nextInt(2_500));
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void anIndexThatIsCutOffWhileNobodyRunsIsBuiltAnew() throws Exception {
    Random random = new Random(7);
    for (int i = 0; i < CUTS; i++) {
      make();
      String cut = cut(random);
      try (SearchIndex index = SearchIndex.open(base, "drill")) {
        assertFollowsLikeAFreshOne(index, cut);
      }
    }
  }

  @Test
  void anIndexThatIsCutOffUnderARunningNodeAnswersOrRefuses() throws Exception {
    Random random = new Random(8);
    int refused = 0;
    int answered = 0;
    for (int i = 0; i < CUTS; i++) {
      make();
      try (Running node = new Running()) {
        String cut = cut(random);
        node.awaitBuilt(cut);
        node.assertLikeAFreshOne(cut);
        refused += node.refused.get();
        answered += node.answered.get();
        assertThat(node.failed.get()).as(cut).isNull();
      }
    }
    System.out.printf(
        "Index cut off under a running node %d times: %d searches answered, %d refused, 0 failed%n",
        CUTS, answered, refused);
  }

  @Test
  void anIndexWhoseFolderIsDeletedUnderARunningNodeAnswersOn() throws Exception {
    make();
    try (Running node = new Running()) {
      delete(base);
      node.awaitBuilt("deleted");
      node.assertLikeAFreshOne("deleted");
      assertThat(node.refused.get()).isZero();
      assertThat(node.failed.get()).isNull();
    }
  }

  @Test
  void aFullDiskLeavesWhatThereIsAndIsOvercome() throws Exception {
    Random random = new Random(10);
    for (int i = 0; i < CUTS; i++) {
      make();
      DrillLibrary library = DrillLibrary.finished();
      FullDisk disk = new FullDisk(base);
      // from nothing at all to nearly enough for another index
      disk.leave(i == 0 ? 0 : random.nextInt(400_000));
      try (SearchIndex index = new SearchIndex(disk, "drill")) {
        IndexTailer tailer = new IndexTailer(index, library, List.of(library));
        boolean began = index.ready();
        library.askForAnotherIndex();
        for (int turn = 0; turn < 3; turn++) {
          tailer.turn(IndexTailer.IDLE);
          assertThat(library.answers(index)).as("answered or refused").hasSize(began ? 200 : 0);
        }
        assertThat(disk.refused()).as("the disk was full").isPositive();
        disk.leave(Long.MAX_VALUE);
        await("space again", () -> tailer.turn(IndexTailer.IDLE).equals(IndexTailer.IDLE));
        assertFollowsLikeAFreshOne(index, "full disk " + i);
      }
      try (SearchIndex index = SearchIndex.open(base, "drill")) {
        assertFollowsLikeAFreshOne(index, "after a restart");
      }
    }
  }

  @Test
  void anIndexOfAnotherVersionIsBuiltAnew() throws Exception {
    make();
    Generations generations = new GenerationsOnDisk(base);
    try (var directory = generations.open(generations.current().orElseThrow());
        var writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.setLiveCommitData(Map.of("version", "5-abc/drill", "position", "3").entrySet());
      writer.commit();
    }
    try (SearchIndex index = SearchIndex.open(base, "drill")) {
      assertThat(index.ready()).as("of no use").isFalse();
      assertFollowsLikeAFreshOne(index, "another version");
    }
  }

  @Test
  void aFileThatWasChangedInPlaceIsFoundOnceASearchFails() throws Exception {
    Random random = new Random(9);
    for (int i = 0; i < CUTS; i++) {
      make();
      overwrite(random);
      try (SearchIndex index = SearchIndex.open(base, "drill")) {
        assertFollowsLikeAFreshOne(index, "overwritten");
      }
    }
  }

  /** A finished index in several parts, some of whose items were written anew. */
  private void make() throws Exception {
    delete(base);
    DrillLibrary library = new DrillLibrary();
    try (SearchIndex index = SearchIndex.open(base, "drill")) {
      IndexTailer tailer = new IndexTailer(index, library, List.of(library));
      tailer.runOnce();
      int left = DrillLibrary.CHANGES;
      while (library.change()) {
        if (--left % 100 == 0) {
          tailer.runOnce();
        }
      }
    }
  }

  private void assertFollowsLikeAFreshOne(SearchIndex index, String what) throws Exception {
    DrillLibrary library = DrillLibrary.finished();
    IndexTailer tailer = new IndexTailer(index, library, List.of(library));
    tailer.runOnce();
    await(what, () -> index.settle());
    assertThat(library.answers(index)).as(what).isEqualTo(fresh);
  }

  /** Cuts one file off somewhere; says which and where. */
  private String cut(Random random) throws IOException {
    Path file = any(random);
    long length = Files.size(file);
    // the last letter of the small file that names the index ends its line
    long kept = random.nextInt((int) Math.max(1, length - 1));
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(kept);
    }
    return base.relativize(file) + " cut from " + length + " to " + kept;
  }

  private void overwrite(Random random) throws IOException {
    Path file = any(random);
    byte[] bytes = Files.readAllBytes(file);
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
    Files.write(file, bytes);
  }

  private Path any(Random random) throws IOException {
    try (Stream<Path> files = Files.walk(base)) {
      List<Path> all =
          files
              .filter(Files::isRegularFile)
              .filter(file -> file.toFile().length() > 0)
              .sorted()
              .toList();
      return all.get(random.nextInt(all.size()));
    }
  }

  /** A node that follows the library while somebody searches all the time. */
  private final class Running implements AutoCloseable {
    private final DrillLibrary library = DrillLibrary.finished();
    private final SearchIndex index = SearchIndex.open(base, "drill");
    private final IndexTailer tailer = new IndexTailer(index, library, List.of(library));
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicReference<Throwable> failed = new AtomicReference<>();
    private final Thread reader = new Thread(this::ask);
    private volatile boolean over;

    private Running() {
      assertThat(index.ready()).isTrue();
      tailer.start(work -> new Thread(work).start());
      reader.start();
      await("somebody searches", () -> answered.get() > 0);
    }

    private void ask() {
      Search search = Shelf.search(index);
      List<SearchQuery> queries = library.queries();
      try {
        for (int i = 0; !over; i++) {
          boolean ready = search.search(queries.get(i % queries.size())).ready();
          (ready ? answered : refused).incrementAndGet();
        }
      } catch (RuntimeException | Error e) {
        failed.set(e);
      }
    }

    private void awaitBuilt(String what) {
      await(what, () -> tailer.built() > 0 || failed.get() != null);
    }

    private void assertLikeAFreshOne(String what) {
      assertThat(library.answers(index)).as(what).isEqualTo(fresh);
    }

    @Override
    public void close() {
      over = true;
      try {
        reader.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      tailer.stop();
      index.close();
    }
  }

  private static void await(String what, Supplier<Boolean> state) {
    long limit = System.nanoTime() + LIMIT.toNanos();
    while (!state.get()) {
      assertThat(System.nanoTime()).as("waited too long: " + what).isLessThan(limit);
      try {
        Thread.sleep(2);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static void delete(Path folder) {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : new ArrayList<>(files.sorted(Comparator.reverseOrder()).toList())) {
          Files.delete(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
