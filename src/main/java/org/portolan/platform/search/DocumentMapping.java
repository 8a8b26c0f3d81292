package org.portolan.platform.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/**
 * Makes the Lucene document of an item. Whatever an item holds fits: what is too long for a term or
 * a page is cut.
 */
final class DocumentMapping {
  /** Longest text that is kept for highlighting; all of it is searched. */
  static final int SHOWN_LENGTH = 60_000;

  /** The same of a text in parts, of which the right one is to be named. */
  static final int PARTS_LENGTH = 600_000;

  private static final int TERM_LENGTH = 500;
  private static final FieldType WITH_OFFSETS = withOffsets();
  private static final FieldType WITHOUT_NORMS = withoutNorms();

  /**
   * A word of the title says more about the item than a word of the text, one of the summary a
   * little.
   */
  private static final int TITLE_COUNTS = 3;

  private final FacetsConfig facets;

  DocumentMapping(FacetsConfig facets) {
    this.facets = facets;
  }

  Document map(SearchDocument item) {
    Document document = new Document();
    addIdentity(document, item);
    item.texts().forEach((tag, text) -> addText(document, IndexFields.language(tag), text));
    addFacets(document, item);
    item.visibility().forEach(term -> document.add(term(IndexFields.VISIBLE, term)));
    try {
      return facets.build(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void addIdentity(Document document, SearchDocument item) {
    document.add(term(IndexFields.KEY, IndexFields.key(item.kind(), item.id())));
    document.add(new BinaryDocValuesField(IndexFields.CARD, Card.of(item).bytes()));
    document.add(new NumericDocValuesField(IndexFields.ORDER, order(item)));
    if (!item.under().isEmpty()) {
      document.add(new SortedDocValuesField(IndexFields.UNDER, new BytesRef(item.under())));
    }
    if (item.leads()) {
      document.add(new NumericDocValuesField(IndexFields.LEADS, 1));
    }
    if (!item.code().isBlank()) {
      document.add(term(IndexFields.CODE, IndexFields.exactCode(item.code())));
      document.add(new TextField(IndexFields.ANY, item.code(), Field.Store.NO));
    }
    if (item.date() != null) {
      document.add(new NumericDocValuesField(IndexFields.DATE, item.date().toEpochMilli()));
      document.add(new LongPoint(IndexFields.DATE, item.date().toEpochMilli()));
    }
    if (item.published() != null) {
      long published = item.published().toEpochMilli();
      document.add(new NumericDocValuesField(IndexFields.PUBLISHED, published));
      document.add(new LongPoint(IndexFields.PUBLISHED, published));
    }
    if (item.reuses() > 0) {
      document.add(new NumericDocValuesField(IndexFields.REUSES, item.reuses()));
    }
  }

  /** Decides between equals, so that an index built anew gives the same order. */
  private static long order(SearchDocument item) {
    return ((long) item.kind().hashCode() << 40) ^ item.id();
  }

  private static void addText(Document document, String language, SearchDocument.Text text) {
    String body = bodyWithSummary(text);
    String words = IndexFields.words(language);
    boolean parts = !text.starts().isEmpty();
    if (document.getField(IndexFields.body(language)) == null) {
      String shown = cut(body, parts ? PARTS_LENGTH : SHOWN_LENGTH);
      document.add(new BinaryDocValuesField(IndexFields.body(language), PackedText.pack(shown)));
    }
    if (parts && document.getField(IndexFields.PARTS) == null) {
      document.add(new BinaryDocValuesField(IndexFields.PARTS, Card.starts(text.starts())));
    }
    // the text first, so that its places here are those in what is shown
    addWords(document, words, body);
    for (int i = 0; i < TITLE_COUNTS; i++) {
      addWords(document, words, text.title());
    }
    addWords(document, words, text.summary());
    document.add(new Field(IndexFields.TITLE_ANY, text.title(), WITHOUT_NORMS));
    String start = Analysis.fold(text.title());
    document.add(term(IndexFields.TITLE_START, start));
    TitleEdges.of(start).forEach(edge -> document.add(term(IndexFields.TITLE_EDGE, edge)));
  }

  private static void addWords(Document document, String words, String text) {
    document.add(new Field(words, text, WITH_OFFSETS));
    document.add(new TextField(IndexFields.ANY, text, Field.Store.NO));
  }

  private static String bodyWithSummary(SearchDocument.Text text) {
    if (text.summary().isBlank() || text.body().startsWith(text.summary())) {
      return text.body();
    }
    return text.body().isBlank() ? text.summary() : text.summary() + "\n\n" + text.body();
  }

  private static void addFacets(Document document, SearchDocument item) {
    item.facets()
        .forEach(
            (dimension, values) ->
                values(values)
                    .forEach(
                        value -> document.add(new SortedSetDocValuesFacetField(dimension, value))));
  }

  /** The values that an item has of a dimension, in the form of the index. */
  static Set<String> values(Collection<String> values) {
    return values.stream()
        .filter(value -> !value.isBlank())
        .map(DocumentMapping::facetValue)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The form of a facet value in the index: never longer than a term may be. */
  static String facetValue(String value) {
    return cut(value, TERM_LENGTH);
  }

  private static StringField term(String field, String value) {
    return new StringField(field, cut(value, TERM_LENGTH), Field.Store.NO);
  }

  /** Cuts without leaving half of a character. */
  static String cut(String value, int length) {
    if (value.length() <= length) {
      return value;
    }
    int end = Character.isHighSurrogate(value.charAt(length - 1)) ? length - 1 : length;
    return value.substring(0, end);
  }

  private static FieldType withOffsets() {
    FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    type.freeze();
    return type;
  }

  /** What never counts by its length. */
  private static FieldType withoutNorms() {
    FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
    type.setOmitNorms(true);
    type.freeze();
    return type;
  }
}
