package org.portolan.platform.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.portolan.platform.search.SearchResult.Hit;

/**
 * A library that changes in the same way each time: reports in six languages, of which one after
 * another is written anew or taken away. It is source and change log in one, and knows what is to
 * be asked of an index of it.
 */
final class DrillLibrary implements SearchSource, ChangeFeed {
  static final int ITEMS = 400;
  static final int CHANGES = 400;
  private static final int QUERIES = 200;
  private static final int PURGE_EVERY = 90;
  private static final long SEED = 4_127;
  private static final List<String> REGIONS = List.of("AMS", "EUR", "ESA", "WCA", "AP", "MENA");

  /** A change: an item is written anew or taken away, or what was taken away leaves the disk. */
  private record Step(String kind, long id, boolean gone) {}

  private final List<SearchDocument> texts;
  private final List<Step> steps = new ArrayList<>();
  private final Map<Long, SearchDocument> items = new TreeMap<>();
  private int done;
  private long rebuilds;

  DrillLibrary() {
    texts = new Distractors(SEED).make(ITEMS + CHANGES, 1).toList();
    Random random = new Random(SEED);
    for (int i = 0; i < CHANGES; i++) {
      steps.add(
          i % PURGE_EVERY == 0
              ? new Step(Changes.PURGE, 0, true)
              : new Step(kind(), 1 + random.nextInt(ITEMS), random.nextInt(8) == 0));
    }
    for (int i = 0; i < ITEMS; i++) {
      items.put(i + 1L, item(i + 1L, texts.get(i)));
    }
  }

  /** As it is when nothing changes any more. */
  static DrillLibrary finished() {
    DrillLibrary library = new DrillLibrary();
    while (library.change()) {}
    return library;
  }

  private static SearchDocument item(long id, SearchDocument text) {
    SearchDocument.Builder item =
        SearchDocument.of("practice", id)
            .code("P-" + id)
            .path("/p/" + id)
            .facet(SearchDocument.REGION, REGIONS.get((int) (id % REGIONS.size())))
            .facet(SearchDocument.YEAR, Long.toString(2015 + id % 11))
            .visibleTo(id % 9 == 0 ? "role:editor" : SearchDocument.PUBLIC);
    text.texts()
        .forEach(
            (language, each) -> item.text(language, each.title(), each.summary(), each.body()));
    return item.build();
  }

  /** Commits the next change; false when there was none left. */
  synchronized boolean change() {
    if (done == steps.size()) {
      return false;
    }
    Step step = steps.get(done);
    if (step.gone()) {
      items.remove(step.id());
    } else {
      items.put(step.id(), item(step.id(), texts.get(ITEMS + done)));
    }
    done++;
    return true;
  }

  @Override
  public String kind() {
    return "practice";
  }

  @Override
  public synchronized Collection<Long> ids() {
    return List.copyOf(items.keySet());
  }

  @Override
  public synchronized List<SearchDocument> find(Collection<Long> ids) {
    return ids.stream().filter(items::containsKey).map(items::get).toList();
  }

  @Override
  public int seal() {
    return 0;
  }

  @Override
  public synchronized List<Change> since(long position, int limit) {
    List<Change> changes = new ArrayList<>();
    for (long seq = position + 1; seq <= done && changes.size() < limit; seq++) {
      Step step = steps.get((int) seq - 1);
      changes.add(new Change(seq, step.kind(), step.id()));
    }
    return changes;
  }

  @Override
  public synchronized long head() {
    return done;
  }

  synchronized void askForAnotherIndex() {
    rebuilds++;
  }

  @Override
  public synchronized long rebuilds() {
    return rebuilds;
  }

  @Override
  public synchronized OptionalLong oldest() {
    return done == 0 ? OptionalLong.empty() : OptionalLong.of(1);
  }

  /** Two hundred things to ask: words, phrases, beginnings, with filters and without. */
  List<SearchQuery> queries() {
    List<SearchQuery> queries = new ArrayList<>();
    Random random = new Random(SEED);
    Set<String> asked = new LinkedHashSet<>();
    while (queries.size() < QUERIES) {
      Map.Entry<String, SearchDocument.Text> text =
          texts.get(random.nextInt(texts.size())).texts().entrySet().iterator().next();
      List<String> words =
          Analysis.surfaceWords(text.getValue().title() + " " + text.getValue().body()).stream()
              .filter(word -> word.length() > 3)
              .toList();
      int at = random.nextInt(words.size() - 1);
      String word = words.get(at);
      String line =
          switch (random.nextInt(4)) {
            case 0 -> word;
            case 1 -> word + " " + words.get(random.nextInt(words.size()));
            case 2 -> '"' + word + " " + words.get(at + 1) + '"';
            default -> word.substring(0, 3) + "*";
          };
      if (asked.add(line)) {
        SearchQuery.Builder query =
            SearchQuery.of(line, text.getKey())
                .limit(10)
                .facets(
                    SearchDocument.TYPE,
                    SearchDocument.REGION,
                    SearchDocument.LANGUAGE,
                    SearchDocument.YEAR);
        if (random.nextInt(4) == 0) {
          query.filter(SearchDocument.REGION, REGIONS.get(random.nextInt(REGIONS.size())));
        }
        if (random.nextInt(3) == 0) {
          query.visibleTo(Set.of(SearchDocument.PUBLIC, "role:editor"));
        }
        queries.add(query.build());
      }
    }
    return queries;
  }

  /** Everything that an index answers, one line a question; empty where it refuses to answer. */
  List<String> answers(SearchIndex index) {
    Search search = Shelf.search(index);
    List<String> answers = new ArrayList<>();
    for (SearchQuery query : queries()) {
      SearchResult result = search.search(query);
      if (result.ready()) {
        answers.add(
            query.text() + " " + result.total() + hits(result) + new TreeMap<>(result.facets()));
      }
    }
    return answers;
  }

  private static List<String> hits(SearchResult result) {
    List<String> hits = new ArrayList<>();
    for (Hit hit : result.hits()) {
      hits.add(hit.id() + " " + hit.markedTitle() + hit.snippet());
    }
    return hits;
  }
}
