package org.portolan.platform.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Measures the order of hits on judged collections: a folder of sets, each with corpus.jsonl,
 * queries.jsonl and qrels.tsv. Not a test; run it by hand: {@code -Dranking.sets=folder}, and
 * {@code -Dranking=any,near,expansion,enough,all} to try other weights.
 */
final class RankingMeasure {
  private static final int DEPTH = 10;
  private static final Map<String, String> LANGUAGES = Map.of("scifact", "en");

  private RankingMeasure() {}

  public static void main(String[] arguments) throws IOException {
    PrintStream out = System.out;
    try (Stream<Path> folders = Files.list(Path.of(System.getProperty("ranking.sets")))) {
      for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
        String name = folder.getFileName().toString();
        String language = LANGUAGES.getOrDefault(name, name.substring(name.lastIndexOf('-') + 1));
        measure(folder, language, out);
      }
    }
  }

  private static List<Ranking> rankings() {
    String given = System.getProperty("ranking");
    return given == null
        ? List.of(Ranking.MEASURED)
        : Stream.of(given.split(";")).map(RankingMeasure::ranking).toList();
  }

  private static Ranking ranking(String given) {
    List<Float> weights = Stream.of(given.split(",")).map(Float::parseFloat).toList();
    return new Ranking(
        weights.get(0), weights.get(1), weights.get(2), weights.get(3).intValue(), weights.get(4));
  }

  private static void measure(Path folder, String language, PrintStream out) throws IOException {
    List<JsonNode> corpus = lines(folder.resolve("corpus.jsonl"));
    List<JsonNode> queries = lines(folder.resolve("queries.jsonl"));
    Map<String, Map<String, Integer>> judged = judgements(folder.resolve("qrels.tsv"));
    try (SearchIndex index = SearchIndex.inMemory()) {
      index.rebuild(new Corpus(corpus, language), 0);
      for (Ranking ranking : rankings()) {
        Search search = new Search(index, List.of(), ranking);
        out.println(folder.getFileName() + " " + ranking);
        out.println("  " + measure(search, language, corpus, queries, judged));
      }
    }
  }

  private static String measure(
      Search search,
      String language,
      List<JsonNode> corpus,
      List<JsonNode> queries,
      Map<String, Map<String, Integer>> judged) {
    int step = Integer.getInteger("ranking.step", 1);
    double sum = 0;
    double guessed = 0;
    double found = 0;
    int asked = 0;
    int none = 0;
    long started = System.nanoTime();
    for (int i = 0; i < queries.size(); i += step) {
      Map<String, Integer> relevant = judged.get(queries.get(i).path("_id").asText());
      if (relevant != null) {
        String text = queries.get(i).path("text").asText();
        SearchResult result = search.search(SearchQuery.of(text, language).build());
        asked++;
        none += result.total() == 0 ? 1 : 0;
        found += result.total();
        guessed += result.language().equals(language) ? 0 : 1;
        sum += gain(result, corpus, relevant);
      }
    }
    return String.format(
        Locale.ROOT,
        "nDCG@10 %.4f, %d queries, %.2f ms each, %.0f found on average, %d found nothing,"
            + " %.0f read in another language",
        sum / asked,
        asked,
        (System.nanoTime() - started) / 1e6 / asked,
        found / asked,
        none,
        guessed);
  }

  private static double gain(
      SearchResult result, List<JsonNode> corpus, Map<String, Integer> relevant) {
    double gain = 0;
    for (int i = 0; i < result.hits().size(); i++) {
      String id = corpus.get((int) result.hits().get(i).id()).path("_id").asText();
      gain += relevant.getOrDefault(id, 0) / log2(i + 2);
    }
    List<Integer> best = new ArrayList<>(relevant.values());
    best.sort(Comparator.reverseOrder());
    double ideal = 0;
    for (int i = 0; i < Math.min(DEPTH, best.size()); i++) {
      ideal += best.get(i) / log2(i + 2);
    }
    return ideal == 0 ? 0 : gain / ideal;
  }

  private static double log2(int value) {
    return Math.log(value) / Math.log(2);
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> objects = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(file)) {
      objects.add(json.readTree(line));
    }
    return objects;
  }

  private static Map<String, Map<String, Integer>> judgements(Path file) throws IOException {
    Map<String, Map<String, Integer>> judged = new HashMap<>();
    Files.readAllLines(file).stream()
        .skip(1)
        .map(line -> line.split("\t"))
        .forEach(
            row ->
                judged
                    .computeIfAbsent(row[0], q -> new HashMap<>())
                    .put(row[1], Integer.parseInt(row[2].strip())));
    return judged;
  }

  private record Corpus(List<JsonNode> texts, String language) implements SearchIndex.Items {
    @Override
    public void each(Consumer<SearchDocument> sink) {
      for (int i = 0; i < texts.size(); i++) {
        JsonNode text = texts.get(i);
        sink.accept(
            SearchDocument.of("practice", i)
                .text(language, text.path("title").asText(), "", text.path("text").asText())
                .visibleTo(Set.of(SearchDocument.PUBLIC))
                .build());
      }
    }
  }
}
