package org.portolan.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portolan.platform.search.JudgedSearches.Judged;
import org.portolan.platform.storage.ContentLibrary;
import org.portolan.platform.storage.ContentLibrary.MarkdownFile;
import org.portolan.platform.web.Markdown;
import org.portolan.thesaurus.search.Expanders;

/**
 * How good the order of hits is over the demo practices among ten thousand distractors, in one
 * language and across languages, beside Lucene as it comes and beside this search without its
 * thesaurus. The table is printed and kept in {@code target/relevance.txt}.
 */
class RelevanceTest {
  private static final int DISTRACTORS = 10_000;
  private static final long SEED = 20_261_127;

  /** Where a section of a practice begins; its name is no text of it. */
  private static final Pattern SECTION = Pattern.compile("(?m)^## \\{.*}$");

  /** What was reached, rounded down: see the table for each half. */
  private static final double SAME_LANGUAGE = 0.77;

  private static final double ACROSS = 0.6;

  private static final Map<String, Long> IDS = new TreeMap<>();
  private static final Map<Long, String> CODES = new LinkedHashMap<>();
  private static final Map<String, Map<String, String>> TITLES = new LinkedHashMap<>();
  private static List<Judged> searches;
  private static SearchIndex index;
  private static PlainLucene plain;
  private static List<Measured> measured;

  private record Measured(Judged judged, boolean cross, double plain, double bare, double full) {}

  @BeforeAll
  static void measure() throws IOException {
    prepare();
    Search bare = Shelf.search(index);
    Search full = Shelf.search(index, Expanders.released());
    measured =
        searches.stream()
            .map(
                judged ->
                    new Measured(
                        judged,
                        cross(judged),
                        Math.max(
                            gain(judged, plain.search(judged.text(), judged.language())),
                            gain(judged, plain.searchAll(judged.text()))),
                        gain(judged, found(bare, judged)),
                        gain(judged, found(full, judged))))
            .toList();
    report();
  }

  private static void prepare() {
    searches = JudgedSearches.all();
    List<SearchDocument> documents = new ArrayList<>(practices());
    new Distractors(SEED).make(DISTRACTORS, 1_000).forEach(documents::add);
    index = SearchIndex.inMemory();
    index.rebuild(sink -> documents.forEach(sink), 0);
    plain = new PlainLucene(documents.stream().map(RelevanceTest::texts).toList());
  }

  @AfterAll
  static void close() {
    index.close();
    plain.close();
  }

  private static List<SearchDocument> practices() {
    Markdown markdown = new Markdown();
    Map<String, SearchDocument.Builder> byCode = new LinkedHashMap<>();
    for (MarkdownFile file : new ContentLibrary().texts("sample/practices")) {
      String code = file.get("code");
      if (!IDS.containsKey(code)) {
        long id = IDS.size() + 1L;
        IDS.put(code, id);
        CODES.put(id, code);
      }
      TITLES
          .computeIfAbsent(code, c -> new LinkedHashMap<>())
          .put(file.get("language"), file.get("title"));
      byCode
          .computeIfAbsent(
              code,
              c ->
                  SearchDocument.of("practice", IDS.get(c))
                      .code(c)
                      .visibleTo(Set.of(SearchDocument.PUBLIC)))
          .text(
              file.get("language"),
              file.get("title"),
              file.get("summary"),
              markdown.plain(SECTION.matcher(file.body()).replaceAll("")));
    }
    return byCode.values().stream().map(SearchDocument.Builder::build).toList();
  }

  private static PlainLucene.Texts texts(SearchDocument document) {
    Map<String, String> texts = new LinkedHashMap<>();
    document
        .texts()
        .forEach(
            (language, words) ->
                texts.put(language, words.title() + "\n" + words.summary() + "\n" + words.body()));
    return new PlainLucene.Texts(
        CODES.getOrDefault(document.id(), "distractor-" + document.id()), texts);
  }

  /** Whether nothing that is worth most to it has a text in its language. */
  private static boolean cross(Judged judged) {
    return judged.best().stream()
        .noneMatch(code -> TITLES.get(code).containsKey(judged.language()));
  }

  private static List<String> found(Search search, Judged judged) {
    return search.search(SearchQuery.of(judged.text(), judged.language()).build()).hits().stream()
        .map(hit -> CODES.getOrDefault(hit.id(), "distractor-" + hit.id()))
        .toList();
  }

  private static double gain(Judged judged, List<String> found) {
    return Gain.of(found, judged.grades());
  }

  private static double mean(Predicate<Measured> which, Function<Measured, Double> column) {
    return measured.stream().filter(which).mapToDouble(column::apply).average().orElse(0);
  }

  private static void report() throws IOException {
    StringBuilder table = new StringBuilder();
    line(table, "nDCG@10", "queries", "plain Lucene", "no thesaurus", "search");
    Map<String, Predicate<Measured>> rows = new LinkedHashMap<>();
    rows.put("same language, open", m -> !m.cross() && !m.judged().heldOut());
    rows.put("same language, held out", m -> !m.cross() && m.judged().heldOut());
    rows.put("across languages, open", m -> m.cross() && !m.judged().heldOut());
    rows.put("across languages, held out", m -> m.cross() && m.judged().heldOut());
    for (String language : List.of("en", "fr", "es", "pt", "ru", "ar")) {
      rows.put("same language, " + language, m -> !m.cross() && isIn(m, language));
      rows.put("across languages, " + language, m -> m.cross() && isIn(m, language));
    }
    rows.forEach(
        (name, which) ->
            line(
                table,
                name,
                String.valueOf(measured.stream().filter(which).count()),
                figure(mean(which, Measured::plain)),
                figure(mean(which, Measured::bare)),
                figure(mean(which, Measured::full))));
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/relevance.txt"), table);
    System.out.print(table);
    if (Boolean.getBoolean("relevance.each")) {
      each();
    }
  }

  /** Every search of the open half, the worst first, for whoever works on the ranking. */
  private static void each() {
    Search full = Shelf.search(index, Expanders.released());
    measured.stream()
        .filter(m -> !m.judged().heldOut())
        .sorted((one, other) -> Double.compare(one.full(), other.full()))
        .forEach(
            m ->
                System.out.printf(
                    Locale.ROOT,
                    "%.2f %.2f %s %s | %s | %s%n",
                    m.full(),
                    m.bare(),
                    m.cross() ? "cross" : "same ",
                    m.judged().text(),
                    m.judged().grades(),
                    found(full, m.judged())));
  }

  private static boolean isIn(Measured one, String language) {
    return one.judged().language().equals(language);
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static void line(StringBuilder table, String name, String... cells) {
    table.append(String.format(Locale.ROOT, "%-28s", name));
    for (String cell : cells) {
      table.append(String.format(Locale.ROOT, "%14s", cell));
    }
    table.append('\n');
  }

  @Test
  void theSetIsLargeAndFairEnough() {
    assertThat(searches).hasSizeGreaterThanOrEqualTo(120);
    assertThat(measured).filteredOn(Measured::cross).hasSizeGreaterThanOrEqualTo(40);
    assertThat(searches).filteredOn(Judged::heldOut).hasSizeGreaterThanOrEqualTo(60);
    assertThat(searches).allMatch(judged -> IDS.keySet().containsAll(judged.grades().keySet()));
    assertThat(searches.stream().filter(RelevanceTest::sharesNoWordWithATitle).count())
        .isGreaterThanOrEqualTo(searches.size() * 3 / 10);
  }

  private static boolean sharesNoWordWithATitle(Judged judged) {
    Set<String> typed = words(judged.language(), judged.text());
    return judged.best().stream()
        .flatMap(code -> TITLES.get(code).entrySet().stream())
        .flatMap(title -> words(title.getKey(), title.getValue()).stream())
        .noneMatch(typed::contains);
  }

  private static Set<String> words(String language, String text) {
    Set<String> words = new LinkedHashSet<>();
    words.addAll(List.of(WordForms.in(language, text).split(" ")));
    words.addAll(List.of(WordForms.folded(text).split(" ")));
    return words;
  }

  @Test
  void oneLanguageIsFoundAsWellAsWasReached() {
    assertThat(mean(m -> !m.cross(), Measured::full)).isGreaterThanOrEqualTo(SAME_LANGUAGE);
  }

  @Test
  void otherLanguagesAreFoundAsWellAsWasReached() {
    assertThat(mean(Measured::cross, Measured::full)).isGreaterThanOrEqualTo(ACROSS);
  }

  @Test
  void theThesaurusIsWhatFindsOtherLanguages() {
    assertThat(mean(Measured::cross, Measured::full))
        .isGreaterThan(mean(Measured::cross, Measured::bare) + 0.2);
    assertThat(mean(m -> !m.cross(), Measured::full))
        .isGreaterThanOrEqualTo(mean(m -> !m.cross(), Measured::bare));
  }
}
