package org.portolan.platform.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;
import org.portolan.platform.search.SearchResult.Hit;
import org.portolan.platform.search.SearchResult.Piece;
import org.portolan.platform.search.SearchResult.Reason;

/** Reads the hits of a page from the index, in the language that suits the reader best. */
final class HitReading {
  private static final int OPENING = 200;

  private final Highlighting highlighting;
  private final Reasons reasons;

  HitReading(Highlighting highlighting, Reasons reasons) {
    this.highlighting = highlighting;
    this.reasons = reasons;
  }

  /**
   * @param others how many more a hit stands for, by its document
   */
  List<Hit> read(
      FacetedSearcher searcher,
      List<ScoreDoc> found,
      Map<Integer, Integer> others,
      Asked asked,
      SearchQuery query)
      throws IOException {
    String reader = IndexFields.language(query.language());
    Map<Integer, List<Reason>> why = reasons.of(searcher, asked, documents(found));
    Map<String, List<Shown>> byLanguage = new LinkedHashMap<>();
    List<Shown> page = new ArrayList<>();
    for (ScoreDoc hit : found) {
      Card card = Card.read(searcher, hit.doc);
      List<Reason> because = why.getOrDefault(hit.doc, List.of());
      String language =
          Optional.of(asked.language())
              .filter(card.languages()::contains)
              .or(() -> foundIn(because, card.languages()))
              .orElseGet(() -> choose(card.languages(), asked.language(), reader));
      Shown shown = new Shown(hit.doc, card, language, because);
      page.add(shown);
      byLanguage.computeIfAbsent(language, l -> new ArrayList<>()).add(shown);
    }
    if (query.snippets()) {
      for (Shown shown : page) {
        shown.body = body(searcher, shown.document, shown.language);
      }
      if (!asked.text().parts().isEmpty()) {
        for (Map.Entry<String, List<Shown>> group : byLanguage.entrySet()) {
          mark(searcher, asked, group.getKey(), group.getValue());
        }
      }
    }
    return page.stream().map(shown -> shown.hit(others.getOrDefault(shown.document, 0))).toList();
  }

  /** What is shown of an item's text in a language; nothing where it has none in that. */
  static String body(IndexSearcher searcher, int document, String language) throws IOException {
    Optional<BytesRef> kept = Card.column(searcher, document, IndexFields.body(language));
    return kept.isPresent() ? PackedText.unpack(kept.get()) : "";
  }

  private static int[] documents(List<ScoreDoc> found) {
    return found.stream().mapToInt(hit -> hit.doc).toArray();
  }

  /**
   * The language of a wording by which it was found, if it has a text in that. Where there is a
   * text in the language of the words, that is shown, and the reason says what it was found by.
   */
  private static Optional<String> foundIn(List<Reason> because, List<String> languages) {
    return because.stream()
        .map(reason -> reason.wording().language())
        .filter(languages::contains)
        .findFirst();
  }

  /** The language of the words first, since it was found by them; then the reader's own. */
  static String choose(List<String> languages, String queryLanguage, String interfaceLanguage) {
    return Stream.of(queryLanguage, interfaceLanguage, "en", "fr")
        .filter(languages::contains)
        .findFirst()
        .orElse(languages.get(0));
  }

  private void mark(FacetedSearcher searcher, Asked asked, String language, List<Shown> group)
      throws IOException {
    Map<Integer, Highlighting.Kept> kept = new LinkedHashMap<>();
    group.forEach(
        shown ->
            kept.put(
                shown.document, new Highlighting.Kept(shown.card.title(language), shown.body)));
    Highlighting.Marked marked = highlighting.mark(searcher, asked, language, kept);
    for (int i = 0; i < group.size(); i++) {
      Shown shown = group.get(i);
      Highlighting.Snippet title = marked.titles().get(i);
      shown.title = title == null ? null : title.pieces();
      shown.mark(marked.snippets().get(i), Card.starts(searcher, shown.document));
    }
  }

  private static final class Shown {
    private final int document;
    private final Card card;
    private final String language;
    private final List<Reason> reasons;
    private String body = "";
    private List<Piece> title;
    private List<Piece> snippet;
    private int part;

    private Shown(int document, Card card, String language, List<Reason> reasons) {
      this.document = document;
      this.card = card;
      this.language = language;
      this.reasons = reasons;
    }

    /** Of a text in parts, one passage is shown, and it is said in which part it stands. */
    private void mark(Highlighting.Snippet marked, List<Integer> starts) {
      if (marked == null || starts.isEmpty()) {
        snippet = marked == null ? null : marked.pieces();
        return;
      }
      snippet = marked.best();
      part = (int) starts.stream().filter(start -> start <= marked.at()).count();
    }

    private Hit hit(int others) {
      String plainTitle = card.title(language);
      return new Hit(
          card.kind(),
          card.id(),
          card.code(),
          card.path(),
          plainTitle,
          title == null ? List.of(new Piece(plainTitle, false)) : title,
          language,
          card.languages(),
          snippet == null ? opening() : snippet,
          card.facets(),
          card.details(),
          card.date(),
          card.published(),
          part,
          reasons,
          others);
    }

    private List<Piece> opening() {
      int length = card.texts().get(language).summary();
      String text = length == 0 ? body : DocumentMapping.cut(body, length);
      String opening = DocumentMapping.cut(text, OPENING).strip();
      if (opening.isEmpty()) {
        return List.of();
      }
      return List.of(new Piece(text.length() > OPENING ? opening + " …" : opening, false));
    }
  }
}
