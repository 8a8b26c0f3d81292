package org.portolan.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.portolan.thesaurus.search.Expanders;

/**
 * The order of hits on judged public collections: a folder of sets, each with corpus.jsonl,
 * queries.jsonl and qrels.tsv, its language at the end of its name (English where there is none).
 * {@code mvn test -Dtest=CollectionsTest -Drelevance.sets=folder}; without a folder it is skipped.
 * The search is not told the language of a query; the plain analyser is.
 */
class CollectionsTest {
  private static final String FOLDER = System.getProperty("relevance.sets", "");

  /** Equal to the last digit is not asked of figures that rounding moves. */
  private static final double EQUAL = 0.0005;

  @Test
  void aSearchIsAsGoodAsTheBestPlainAnalyser() throws IOException {
    assumeTrue(!FOLDER.isEmpty(), "not run: -Drelevance.sets names no folder");
    List<String> behind = new ArrayList<>();
    try (Stream<Path> folders = Files.list(Path.of(FOLDER))) {
      for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
        if (!measure(folder)) {
          behind.add(folder.getFileName().toString());
        }
      }
    }
    assertThat(behind).isEmpty();
  }

  private static boolean measure(Path folder) throws IOException {
    String name = folder.getFileName().toString();
    String language = name.matches(".*-[a-z]{2}") ? name.substring(name.length() - 2) : "en";
    List<JsonNode> corpus = lines(folder.resolve("corpus.jsonl"));
    Map<String, Map<String, Integer>> judged = judgements(folder.resolve("qrels.tsv"));
    double sum = 0;
    double plainSum = 0;
    int asked = 0;
    int guessed = 0;
    try (SearchIndex index = SearchIndex.inMemory();
        PlainLucene plain =
            new PlainLucene(
                corpus.stream()
                    .map(
                        text ->
                            new PlainLucene.Texts(
                                text.path("_id").asText(),
                                Map.of(
                                    language,
                                    text.path("title").asText()
                                        + "\n"
                                        + text.path("text").asText())))
                    .toList())) {
      index.rebuild(
          sink ->
              IntStream.range(0, corpus.size())
                  .forEach(i -> sink.accept(document(i, corpus.get(i), language))),
          0);
      Search search = Shelf.search(index, Expanders.released());
      for (JsonNode query : lines(folder.resolve("queries.jsonl"))) {
        Map<String, Integer> grades = judged.get(query.path("_id").asText());
        if (grades != null) {
          String text = query.path("text").asText();
          SearchResult result = search.search(SearchQuery.of(text, "en").build());
          asked++;
          guessed += result.language().equals(language) ? 1 : 0;
          sum +=
              Gain.of(
                  result.hits().stream()
                      .map(hit -> corpus.get((int) hit.id()).path("_id").asText())
                      .toList(),
                  grades);
          plainSum += Gain.of(plain.search(text, language), grades);
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%-12s nDCG@10 %.4f, plain analyser %.4f, %d queries, language found in %.1f %%%n",
        name,
        sum / asked,
        plainSum / asked,
        asked,
        100.0 * guessed / asked);
    return sum / asked >= plainSum / asked - EQUAL;
  }

  private static SearchDocument document(int id, JsonNode text, String language) {
    return SearchDocument.of("practice", id)
        .text(language, text.path("title").asText(), "", text.path("text").asText())
        .visibleTo(Set.of(SearchDocument.PUBLIC))
        .build();
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
                    .put(row[1], Integer.valueOf(row[2].strip())));
    return judged;
  }
}
