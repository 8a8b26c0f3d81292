package org.portolan.platform.search;

import java.io.IOException;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * The same work on Lucene alone, as somebody would write it who needs nothing else: the same words
 * in two fields, the same filter, facets and highlights. Of the search of the house it uses the
 * analysis only, so that both have to find the same number.
 */
final class PlainPeer implements AutoCloseable {
  private static final String[] FACETS = {SearchDocument.REGION, SearchDocument.LANGUAGE};

  private final Analysis analysis = Analysis.forIndexing();
  private final Analysis asking = Analysis.forAsking();
  private final FacetsConfig config = new FacetsConfig();
  private final FSDirectory directory;
  private DirectoryReader reader;
  private IndexSearcher searcher;
  private final SortedSetDocValuesReaderState[] states =
      new SortedSetDocValuesReaderState[FACETS.length];

  PlainPeer(Path folder) throws IOException {
    directory = FSDirectory.open(folder);
    for (String facet : FACETS) {
      config.setIndexFieldName(facet, "f_" + facet);
      config.setMultiValued(facet, true);
    }
  }

  void fill(Iterable<SearchDocument> items) throws IOException {
    FieldType offsets = new FieldType(TextField.TYPE_STORED);
    offsets.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analysis))) {
      for (SearchDocument item : items) {
        Document document = new Document();
        document.add(new StoredField("id", item.id()));
        item.texts()
            .forEach(
                (language, text) -> {
                  String all = text.summary() + "\n\n" + text.body() + "\n" + text.title();
                  document.add(new StoredField("title", text.title()));
                  document.add(new Field("text_" + language, all, offsets));
                  document.add(new TextField("every_any", all, Field.Store.NO));
                });
        document.add(new TextField("every_any", item.code(), Field.Store.NO));
        item.visibility()
            .forEach(term -> document.add(new StringField("seen", term, Field.Store.NO)));
        for (String facet : FACETS) {
          item.facets()
              .getOrDefault(facet, Set.of())
              .forEach(value -> document.add(new SortedSetDocValuesFacetField(facet, value)));
        }
        writer.addDocument(config.build(document));
      }
    }
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
    for (int i = 0; i < FACETS.length; i++) {
      states[i] = new DefaultSortedSetDocValuesReaderState(reader, "f_" + FACETS[i], config);
    }
  }

  private Query query(String word, String language, Collection<String> seen) {
    BooleanQuery.Builder either = new BooleanQuery.Builder();
    for (String term : asking.terms("text_" + language, word)) {
      either.add(new TermQuery(new Term("text_" + language, term)), Occur.SHOULD);
    }
    for (String term : asking.terms("every_any", word)) {
      either.add(new BoostQuery(new TermQuery(new Term("every_any", term)), .3f), Occur.SHOULD);
    }
    return new BooleanQuery.Builder()
        .add(either.build(), Occur.MUST)
        .add(
            new TermInSetQuery("seen", seen.stream().map(BytesRef::new).toList()), Occur.FILTER)
        .build();
  }

  /** Ten hits with titles and highlights, two facets; how many there are in all. */
  long full(String word, String language, Collection<String> seen) throws IOException {
    Query query = query(word, language, seen);
    Object[] both =
        searcher.search(
            query,
            new MultiCollectorManager(
                new TopScoreDocCollectorManager(10, null, Integer.MAX_VALUE),
                new FacetsCollectorManager()));
    TopDocs found = (TopDocs) both[0];
    for (int i = 0; i < FACETS.length; i++) {
      new SortedSetDocValuesFacetCounts(states[i], (FacetsCollector) both[1])
          .getTopChildren(300, FACETS[i]);
    }
    for (ScoreDoc hit : found.scoreDocs) {
      reader.storedFields().document(hit.doc, Set.of("id", "title"));
    }
    new UnifiedHighlighter(
        UnifiedHighlighter.builder(searcher, asking)
            .withMaxLength(60_000)
            .withBreakIterator(
                () ->
                    LengthGoalBreakIterator.createClosestToLength(
                        BreakIterator.getSentenceInstance(Locale.forLanguageTag(language)),
                        140,
                        .5f))) {}.highlight("text_" + language, query, found, 2);
    return found.totalHits.value;
  }

  /** The ten best with their titles. */
  void bare(String word, String language, Collection<String> seen) throws IOException {
    TopDocs found =
        searcher.search(
            query(word, language, seen), new TopScoreDocCollectorManager(10, null, 1_000));
    for (ScoreDoc hit : found.scoreDocs) {
      reader.storedFields().document(hit.doc, Set.of("id", "title"));
    }
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
    directory.close();
  }
}
