package org.portolan.platform.search;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.portolan.platform.search.SearchResult.Hit;
import org.portolan.platform.search.SearchResult.Piece;
import org.portolan.platform.search.SearchResult.Reason;

/** Reads the hits of a page from the index, in the language that suits the reader best. */
final class HitReading {
  private static final int OPENING = 200;
  private static final Set<String> IDENTITY =
      Set.of(
          IndexFields.KIND,
          IndexFields.ID,
          IndexFields.CODE_SHOWN,
          IndexFields.PATH,
          IndexFields.LANGUAGES,
          IndexFields.DATE_SHOWN,
          IndexFields.PUBLISHED,
          IndexFields.FACETS_SHOWN,
          IndexFields.DETAILS,
          IndexFields.PARTS);

  private final Highlighting highlighting;
  private final Reasons reasons;

  HitReading(Highlighting highlighting, Reasons reasons) {
    this.highlighting = highlighting;
    this.reasons = reasons;
  }

  List<Hit> read(
      IndexSearcher searcher, List<ScoreDoc> found, Asked asked, String interfaceLanguage)
      throws IOException {
    Map<Integer, List<Reason>> why = reasons.of(searcher, asked, documents(found));
    StoredFields stored = searcher.storedFields();
    Map<String, List<Shown>> byLanguage = new LinkedHashMap<>();
    List<Shown> page = new ArrayList<>();
    for (ScoreDoc hit : found) {
      Document identity = stored.document(hit.doc, IDENTITY);
      List<String> languages = List.of(identity.get(IndexFields.LANGUAGES).split(" "));
      List<Reason> because = why.getOrDefault(hit.doc, List.of());
      String language =
          foundIn(because, languages)
              .orElseGet(
                  () ->
                      choose(languages, asked.language(), IndexFields.language(interfaceLanguage)));
      Shown shown = new Shown(hit.doc, identity, languages, language, because);
      page.add(shown);
      byLanguage.computeIfAbsent(language, l -> new ArrayList<>()).add(shown);
    }
    if (!asked.text().parts().isEmpty()) {
      for (Map.Entry<String, List<Shown>> group : byLanguage.entrySet()) {
        mark(searcher, asked, group.getKey(), group.getValue());
      }
    }
    List<Hit> hits = new ArrayList<>();
    for (Shown shown : page) {
      hits.add(shown.hit(stored));
    }
    return hits;
  }

  private static int[] documents(List<ScoreDoc> found) {
    return found.stream().mapToInt(hit -> hit.doc).toArray();
  }

  /** The language of a wording by which it was found, if it has a text in that. */
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

  private void mark(IndexSearcher searcher, Asked asked, String language, List<Shown> group)
      throws IOException {
    int[] documents = group.stream().mapToInt(shown -> shown.document).toArray();
    Highlighting.Marked marked = highlighting.mark(searcher, asked, language, documents);
    for (int i = 0; i < documents.length; i++) {
      Highlighting.Snippet title = marked.titles().get(i);
      group.get(i).title = title == null ? null : title.pieces();
      group.get(i).mark(marked.snippets().get(i));
    }
  }

  private static final class Shown {
    private final int document;
    private final Document identity;
    private final List<String> languages;
    private final String language;
    private final List<Reason> reasons;
    private List<Piece> title;
    private List<Piece> snippet;
    private int part;

    private Shown(
        int document,
        Document identity,
        List<String> languages,
        String language,
        List<Reason> reasons) {
      this.document = document;
      this.identity = identity;
      this.languages = languages;
      this.language = language;
      this.reasons = reasons;
    }

    /** Of a text in parts, one passage is shown, and it is said in which part it stands. */
    private void mark(Highlighting.Snippet marked) {
      String parts = identity.get(IndexFields.PARTS);
      if (marked == null || parts == null) {
        snippet = marked == null ? null : marked.pieces();
        return;
      }
      snippet = marked.best();
      part =
          (int)
              Stream.of(parts.split(" "))
                  .mapToInt(Integer::parseInt)
                  .filter(start -> start <= marked.at())
                  .count();
    }

    private Hit hit(StoredFields stored) throws IOException {
      Set<String> wanted = new LinkedHashSet<>(Set.of(IndexFields.title(language)));
      if (snippet == null) {
        wanted.add(IndexFields.summary(language));
        wanted.add(IndexFields.body(language));
      }
      Document texts = stored.document(document, wanted);
      String plainTitle = shown(texts, IndexFields.title(language));
      return new Hit(
          identity.get(IndexFields.KIND),
          identity.getField(IndexFields.ID).numericValue().longValue(),
          shown(identity, IndexFields.CODE_SHOWN),
          identity.get(IndexFields.PATH),
          plainTitle,
          title == null ? List.of(new Piece(plainTitle, false)) : title,
          language,
          languages,
          snippet == null ? opening(texts) : snippet,
          facets(),
          details(),
          moment(IndexFields.DATE_SHOWN),
          moment(IndexFields.PUBLISHED),
          part,
          reasons);
    }

    private Instant moment(String field) {
      IndexableField moment = identity.getField(field);
      return moment == null ? null : Instant.ofEpochMilli(moment.numericValue().longValue());
    }

    private List<Piece> opening(Document texts) {
      String body = shown(texts, IndexFields.body(language));
      IndexableField summary = texts.getField(IndexFields.summary(language));
      int length = summary == null ? 0 : summary.numericValue().intValue();
      String text = length == 0 ? body : DocumentMapping.cut(body, length);
      String opening = DocumentMapping.cut(text, OPENING).strip();
      if (opening.isEmpty()) {
        return List.of();
      }
      return List.of(new Piece(text.length() > OPENING ? opening + " …" : opening, false));
    }

    private Map<String, Set<String>> facets() {
      Map<String, Set<String>> values = new LinkedHashMap<>();
      for (String facet : identity.getValues(IndexFields.FACETS_SHOWN)) {
        int end = facet.indexOf(DocumentMapping.VALUE_SEPARATOR);
        values
            .computeIfAbsent(facet.substring(0, end), d -> new LinkedHashSet<>())
            .add(facet.substring(end + 1));
      }
      return values;
    }

    private Map<String, String> details() {
      Map<String, String> values = new LinkedHashMap<>();
      for (String detail : identity.getValues(IndexFields.DETAILS)) {
        int end = detail.indexOf(DocumentMapping.VALUE_SEPARATOR);
        values.put(detail.substring(0, end), detail.substring(end + 1));
      }
      return values;
    }

    private static String shown(Document texts, String field) {
      String value = texts.get(field);
      return value == null ? "" : value;
    }
  }
}
