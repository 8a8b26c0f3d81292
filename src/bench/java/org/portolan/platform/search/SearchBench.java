package org.portolan.platform.search;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;

/**
 * What the search costs in process on many documents, beside Lucene alone in the same process,
 * which has to find as many.
 */
public final class SearchBench {
  private static final int WARM_UP = 2_000;
  private static final int MEASURED = 3_000;
  private static final int AT_ONCE = 8;
  private static final int WORDS = 60;

  /** A folder of collections as {@code CollectionsTest} reads them; empty for made-up sentences. */
  private static final String NATURAL = System.getProperty("bench.texts", "");

  private static final Set<String> SEEN = Set.of(SearchDocument.PUBLIC);

  private record Word(String language, String text, long hits) {}

  /** Something that is done with one word. */
  private interface Act {
    void on(Word word) throws IOException;
  }

  private final BenchLibrary library;
  private final SearchIndex index;
  private final Search search;
  private final Suggestions suggestions;
  private final PlainPeer peer;
  private final StringBuilder report = new StringBuilder();

  private SearchBench(BenchLibrary library, Path folder) throws IOException {
    this.library = library;
    this.index = SearchIndex.open(folder.resolve("ours"), "bench");
    this.search = new Search(index, List.of(), Ranking.MEASURED);
    this.suggestions = new Suggestions(index);
    this.peer = new PlainPeer(folder.resolve("peer"));
  }

  /**
   * @param brief whether each document is a title and a sentence, instead of 100 to 2,000 words
   * @param folder for the indexes; what is there is deleted
   * @return the report, which is printed as it comes too
   */
  public static String run(int documents, boolean brief, Path folder) throws Exception {
    delete(folder);
    Files.createDirectories(folder);
    BenchLibrary library = new BenchLibrary(documents, brief, NATURAL);
    SearchBench bench = new SearchBench(library, folder);
    try (bench.index;
        bench.peer) {
      bench.run(folder);
    }
    return bench.report.toString();
  }

  private void say(String format, Object... values) {
    String line = String.format(Locale.ROOT, format, values);
    report.append(line);
    System.out.print(line);
  }

  private void run(Path folder) throws Exception {
    say(
        "%,d documents%s%n%n",
        library.items().size(),
        NATURAL.isEmpty()
            ? ", whose sentences repeat: sizes are smaller than those of natural texts"
            : " of sentences from natural texts");
    long began = System.nanoTime();
    double before = cpu();
    build();
    say("indexed in %.1f s, %.1f s CPU (to be ≤ 300 s for 100,000 on two cores)%n",
        (System.nanoTime() - began) / 1e9,
        (cpu() - before) / 1e3);
    before = cpu();
    peer.fill(library.items());
    say("plain Lucene: %.1f s CPU%n%n", (cpu() - before) / 1e3);
    Generations generations = new GenerationsOnDisk(folder.resolve("ours"));
    try (Directory directory = generations.open(generations.current().orElseThrow())) {
      say("%s%n", IndexSizes.table(directory));
    }
    int all = library.items().size();
    List<Word> common = words(all / 100, all / 8);
    List<Word> rare = words(3, 40);
    say("| ms CPU | ours | Lucene alone | ratio | to be |%n|---|--:|--:|--:|--:|%n");
    compare("full answer, common", common, this::full, this::peerFull, "≤ 1.3");
    compare("full answer, rare", rare, this::full, this::peerFull, "≤ 1.3");
    compare("ten best with titles, common", common, this::bare, this::peerBare, "≤ 0.3 ms over ping");
    compare("ten best with titles, rare", rare, this::bare, this::peerBare, "≤ 0.3 ms over ping");
    say("| typeahead | %.3f | | | ≤ 0.3 over ping |%n%n", millis(common, this::typed));
    List<Word> mixed = new ArrayList<>(common);
    mixed.addAll(rare);
    double quiet = p99(mixed, 2_000);
    Thread builder = new Thread(this::build);
    builder.start();
    double building = p99(mixed, 2_000);
    boolean whole = builder.isAlive();
    builder.join();
    say("p99 at %d at once: %.1f ms (to be ≤ 20), while an index is built%s: %.1f ms, %.1f × (to be"
            + " ≤ 3)%n",
        AT_ONCE,
        quiet,
        whole ? "" : " (over before the end)",
        building,
        building / quiet);
  }

  private void build() {
    index.rebuild(sink -> library.items().forEach(sink), 0);
  }

  private void full(Word word) {
    ask(word, true, SearchDocument.REGION, SearchDocument.LANGUAGE);
  }

  private void bare(Word word) {
    ask(word, false);
  }

  private SearchResult ask(Word word, boolean snippets, String... facets) {
    return search.search(
        SearchQuery.of(word.text(), word.language())
            .queryLanguage(word.language())
            .visibleTo(SEEN)
            .limit(10)
            .facets(facets)
            .snippets(snippets)
            .build());
  }

  private void peerFull(Word word) throws IOException {
    long found = peer.full(word.text(), word.language(), SEEN);
    if (found != word.hits()) {
      throw new IllegalStateException(word + ": the peer finds " + found);
    }
  }

  private void peerBare(Word word) throws IOException {
    peer.bare(word.text(), word.language(), SEEN);
  }

  private void typed(Word word) {
    String text = word.text();
    suggestions.suggest(text.substring(0, Math.min(4, text.length())), word.language(), SEEN);
  }

  /** Words of the texts that stand in so many of them. */
  private List<Word> words(int fewest, int most) {
    Random random = new Random(5);
    List<Word> words = new ArrayList<>();
    Set<String> tried = new LinkedHashSet<>();
    for (int tries = 0; words.size() < WORDS && tries < 50_000; tries++) {
      SearchDocument item = library.items().get(random.nextInt(library.items().size()));
      String language = item.texts().keySet().iterator().next();
      SearchDocument.Text text = item.texts().get(language);
      List<String> all = Analysis.surfaceWords(text.title() + " " + text.summary());
      String word = all.get(random.nextInt(all.size()));
      if (word.length() > 4 && tried.add(word)) {
        long hits = ask(new Word(language, word, 0), false, SearchDocument.LANGUAGE).total();
        if (hits >= fewest && hits <= most) {
          words.add(new Word(language, word, hits));
        }
      }
    }
    if (words.isEmpty()) {
      throw new IllegalStateException("no word is in " + fewest + " to " + most);
    }
    return words;
  }

  private void compare(String what, List<Word> words, Act ours, Act plain, String toBe)
      throws IOException {
    // one after the other and again: what else the machine does meets both
    double own = millis(words, ours);
    double alone = millis(words, plain);
    own = Math.min(own, millis(words, ours));
    alone = Math.min(alone, millis(words, plain));
    say("| %s | %.3f | %.3f | **%.2f** | %s |%n", what, own, alone, own / alone, toBe);
  }

  private static double millis(List<Word> words, Act act) throws IOException {
    repeat(words, act, WARM_UP);
    double before = cpu();
    repeat(words, act, MEASURED);
    return (cpu() - before) / MEASURED;
  }

  private static void repeat(List<Word> words, Act act, int times) throws IOException {
    for (int i = 0; i < times; i++) {
      act.on(words.get(i % words.size()));
    }
  }

  private double p99(List<Word> words, int each) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<long[]>> all = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        int first = i * 7;
        all.add(
            threads.submit(
                () -> {
                  long[] took = new long[each];
                  for (int n = 0; n < each; n++) {
                    long began = System.nanoTime();
                    full(words.get((first + n) % words.size()));
                    took[n] = System.nanoTime() - began;
                  }
                  return took;
                }));
      }
      List<long[]> times = new ArrayList<>();
      for (Future<long[]> each1 : all) {
        times.add(each1.get());
      }
      long[] sorted = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
      return sorted[(int) (sorted.length * .99)] / 1e6;
    } finally {
      threads.shutdownNow();
    }
  }

  /** Processor milliseconds of this process. */
  static double cpu() {
    return ((com.sun.management.OperatingSystemMXBean)
                ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e6;
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
