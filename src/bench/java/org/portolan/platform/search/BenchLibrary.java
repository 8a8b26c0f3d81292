package org.portolan.platform.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/** Many reports in six languages, a tenth of which only editors may find; the same each time. */
final class BenchLibrary implements SearchSource {
  private static final long SEED = 20_261_127;
  private static final int SHORTEST = 100;
  private static final int LONGEST = 2_000;
  private static final List<String> REGIONS = List.of("AMS", "EUR", "ESA", "WCA", "AP", "MENA");
  static final String EDITOR = "role:editor";

  private final List<SearchDocument> items = new ArrayList<>();

  /**
   * @param brief whether each is a title and a sentence only, instead of 100 to 2,000 words
   * @param natural a folder of collections to take sentences from; made-up ones where there is none
   */
  BenchLibrary(int count, boolean brief, String natural) throws IOException {
    Random random = new Random(SEED);
    Iterator<SearchDocument> texts =
        natural.isEmpty()
            ? new Distractors(SEED).make(Integer.MAX_VALUE, 1).iterator()
            : new NaturalTexts(Path.of(natural), SEED);
    for (int id = 1; id <= count; id++) {
      SearchDocument first = texts.next();
      String language = first.texts().keySet().iterator().next();
      SearchDocument.Text text = first.texts().get(language);
      StringBuilder body = new StringBuilder();
      if (!brief) {
        // as many short ones as long ones, counted by doublings
        int words = (int) (SHORTEST * Math.pow((double) LONGEST / SHORTEST, random.nextDouble()));
        fill(body, text.body(), words);
        while (words(body) < words) {
          fill(body, next(texts, language), words);
        }
      }
      items.add(
          SearchDocument.of("practice", id)
              .code("P-" + id)
              .path("/p/" + id)
              .text(language, text.title(), text.summary(), body.toString())
              .facet(SearchDocument.REGION, REGIONS.get(random.nextInt(REGIONS.size())))
              .facet(SearchDocument.YEAR, Integer.toString(2015 + random.nextInt(11)))
              .visibleTo(random.nextInt(10) == 0 ? EDITOR : SearchDocument.PUBLIC)
              .build());
    }
  }

  private static String next(Iterator<SearchDocument> texts, String language) {
    while (true) {
      SearchDocument.Text text = texts.next().texts().get(language);
      if (text != null) {
        return text.body();
      }
    }
  }

  private static void fill(StringBuilder body, String text, int words) {
    for (String sentence : text.split("(?<=[.؟!])\\s+")) {
      if (words(body) >= words) {
        return;
      }
      body.append(sentence).append(body.length() % 5 == 0 ? "\n\n" : " ");
    }
  }

  private static int words(CharSequence text) {
    int words = 0;
    for (int i = 0; i < text.length(); i++) {
      words += text.charAt(i) == ' ' || text.charAt(i) == '\n' ? 1 : 0;
    }
    return words;
  }

  List<SearchDocument> items() {
    return items;
  }

  @Override
  public String kind() {
    return "practice";
  }

  @Override
  public Collection<Long> ids() {
    return items.stream().map(SearchDocument::id).toList();
  }

  @Override
  public List<SearchDocument> find(Collection<Long> ids) {
    return ids.stream().map(id -> items.get((int) (id - 1))).toList();
  }
}
