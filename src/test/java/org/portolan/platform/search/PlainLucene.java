package org.portolan.platform.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * What Lucene finds as it comes out of its box: all texts of a language in one field with the
 * analyser that Lucene has for it, any word of the query, its own scoring. Shares no code with the
 * search of the house.
 */
final class PlainLucene implements AutoCloseable {
  private static final int DEPTH = 20;

  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final Map<String, Analyzer> languages = new LinkedHashMap<>();
  private final QueryBuilder queries;

  /** A document by its id, and its texts by language. */
  record Texts(String id, Map<String, String> byLanguage) {}

  PlainLucene(Collection<Texts> documents) {
    languages.put("en", new EnglishAnalyzer());
    languages.put("fr", new FrenchAnalyzer());
    languages.put("es", new SpanishAnalyzer());
    languages.put("pt", new PortugueseAnalyzer());
    languages.put("ru", new RussianAnalyzer());
    languages.put("ar", new ArabicAnalyzer());
    Analyzer analyzer =
        new PerFieldAnalyzerWrapper(new StandardAnalyzer(), new HashMap<>(languages));
    queries = new QueryBuilder(analyzer);
    try {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
        for (Texts texts : documents) {
          Document document = new Document();
          document.add(new StringField("id", texts.id(), Field.Store.YES));
          texts
              .byLanguage()
              .forEach(
                  (language, text) -> document.add(new TextField(language, text, Field.Store.NO)));
          writer.addDocument(document);
        }
      }
      reader = DirectoryReader.open(directory);
      searcher = new IndexSearcher(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The ids it finds for words of a language that it is told. */
  List<String> search(String text, String language) {
    return found(queries.createBooleanQuery(language, text));
  }

  /** The same, looked for in the texts of every language. */
  List<String> searchAll(String text) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String language : languages.keySet()) {
      Query query = queries.createBooleanQuery(language, text);
      if (query != null) {
        all.add(query, Occur.SHOULD);
      }
    }
    return found(all.build());
  }

  private List<String> found(Query query) {
    List<String> ids = new ArrayList<>();
    try {
      if (query != null) {
        for (ScoreDoc hit : searcher.search(query, DEPTH).scoreDocs) {
          ids.add(searcher.storedFields().document(hit.doc).get("id"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ids;
  }

  @Override
  public void close() {
    try {
      reader.close();
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
