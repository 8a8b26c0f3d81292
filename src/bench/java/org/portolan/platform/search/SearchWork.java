package org.portolan.platform.search;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;

/**
 * What answering a search costs without HTTP and JSON: the same class that answers in the
 * application, on a copy of its index.
 */
public final class SearchWork implements AutoCloseable {
  private static final int WARM_UP = 4_000;
  private static final int MEASURED = 3_000;

  private final SearchIndex index;
  private final Search search;

  public SearchWork(Path copy) throws IOException {
    index = SearchIndex.open(copy, content(copy));
    search = new Search(index, List.of(), Ranking.MEASURED);
  }

  /** For which content the index was made, so that it is taken as it is. */
  private static String content(Path copy) throws IOException {
    Generations generations = new GenerationsOnDisk(copy);
    try (Directory directory = generations.open(generations.current().orElseThrow());
        DirectoryReader reader = DirectoryReader.open(directory)) {
      String version = reader.getIndexCommit().getUserData().get("version");
      return version.substring(IndexVersion.CURRENT.length() + 1);
    }
  }

  /** What the fields of an index take, see {@link IndexSizes}. */
  public static String sizes(Path copy) throws IOException {
    Generations generations = new GenerationsOnDisk(copy);
    try (Directory directory = generations.open(generations.current().orElseThrow())) {
      return IndexSizes.table(directory);
    }
  }

  /**
   * Processor milliseconds per search of these words, each in its language, with ten hits, the
   * facets and highlights.
   */
  public double millis(Map<String, String> words, String... facets) {
    run(words, WARM_UP, facets);
    long before = processNanos();
    run(words, MEASURED, facets);
    return (processNanos() - before) / 1e6 / MEASURED;
  }

  private void run(Map<String, String> words, int times, String... facets) {
    List<Map.Entry<String, String>> asked = List.copyOf(words.entrySet());
    for (int i = 0; i < times; i++) {
      Map.Entry<String, String> next = asked.get(i % asked.size());
      SearchResult result =
          search.search(
              SearchQuery.of(next.getValue(), next.getKey()).limit(10).facets(facets).build());
      if (result.hits().isEmpty()) {
        throw new IllegalStateException("nothing found for " + next);
      }
    }
  }

  private static long processNanos() {
    return ((com.sun.management.OperatingSystemMXBean)
            ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  @Override
  public void close() {
    index.close();
  }
}
