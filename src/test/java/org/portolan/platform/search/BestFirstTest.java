package org.portolan.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

/** Lucene's collector for the same order, which looks at every hit, is the oracle. */
class BestFirstTest {
  private static final Sort ORDER =
      new Sort(
          SortField.FIELD_SCORE,
          SearchOrder.NEWEST_FIRST.getSort()[0],
          SearchOrder.NEWEST_FIRST.getSort()[1]);

  @Test
  void theFirstHitsAreThoseOfTheWholeOrder() throws IOException {
    int passed = 0;
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      try (ByteBuffersDirectory directory = index(random);
          DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        for (int wanted : List.of(1, 3, 11, 60)) {
          Query query = query(random);
          TopDocs all =
              searcher.search(
                  query, new TopFieldCollectorManager(ORDER, wanted, null, Integer.MAX_VALUE));
          for (int counted : List.of(0, 20, 200, Integer.MAX_VALUE)) {
            TopDocs found = searcher.search(query, new BestFirst(wanted, counted));
            assertThat(shown(found)).as("seed %d, %s", seed, query).isEqualTo(shown(all));
            boolean exact = found.totalHits.relation == TotalHits.Relation.EQUAL_TO;
            if (exact) {
              assertThat(found.totalHits.value).isEqualTo(all.totalHits.value);
            } else {
              assertThat(found.totalHits.value).isBetween((long) counted, all.totalHits.value);
              passed += (int) (all.totalHits.value - found.totalHits.value);
            }
          }
        }
      }
    }
    // else this would be no test of what is passed over
    assertThat(passed).isGreaterThan(10_000);
  }

  private static List<String> shown(TopDocs found) {
    return Arrays.stream(found.scoreDocs).map(BestFirstTest::shown).toList();
  }

  private static String shown(ScoreDoc hit) {
    return hit.doc + " " + Arrays.toString(((FieldDoc) hit).fields);
  }

  private static Query query(Random random) {
    BooleanQuery.Builder either = new BooleanQuery.Builder();
    for (int i = 0; i <= random.nextInt(3); i++) {
      either.add(new TermQuery(new Term("words", "w" + random.nextInt(6))), Occur.SHOULD);
    }
    return either.build();
  }

  /** Some segments of short texts, so that many scores are equal; some have no date. */
  private static ByteBuffersDirectory index(Random random) throws IOException {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer =
        new IndexWriter(
            directory,
            new IndexWriterConfig(new WhitespaceAnalyzer())
                .setMergePolicy(NoMergePolicy.INSTANCE)
                .setIndexSort(SearchOrder.NEWEST_FIRST))) {
      long order = 0;
      for (int segment = 0; segment < 6; segment++) {
        for (int i = 0; i < 700; i++) {
          Document document = new Document();
          StringBuilder text = new StringBuilder();
          for (int word = 0; word <= random.nextInt(6); word++) {
            text.append('w').append(random.nextInt(6)).append(' ');
          }
          document.add(new TextField("words", text.toString(), Field.Store.NO));
          document.add(new NumericDocValuesField(IndexFields.ORDER, order++ * 7919 % 100_003));
          if (random.nextInt(5) > 0) {
            document.add(new NumericDocValuesField(IndexFields.DATE, random.nextInt(40)));
          }
          writer.addDocument(document);
        }
        writer.flush();
      }
    }
    return directory;
  }
}
