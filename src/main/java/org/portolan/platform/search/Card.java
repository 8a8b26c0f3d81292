package org.portolan.platform.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * What is shown of an item besides its text. It stands in the index as a column of its own, so that
 * looking at many items reads little and unpacks nothing.
 *
 * @param texts titles by language, in the order of the languages
 * @param date may be null
 * @param published may be null
 */
record Card(
    String kind,
    long id,
    String code,
    String path,
    Map<String, Heading> texts,
    Instant date,
    Instant published,
    Map<String, Set<String>> facets,
    Map<String, String> details) {

  private static final String CARD_NAME = "card";

  /**
   * What stands above a text.
   *
   * @param summary how long the beginning of the text is that sums it up
   */
  record Heading(String title, int summary) {}

  static Card of(SearchDocument item) {
    Map<String, Heading> texts = new TreeMap<>();
    item.texts()
        .forEach(
            (tag, text) ->
                texts.putIfAbsent(
                    IndexFields.language(tag), new Heading(text.title(), text.summary().length())));
    Map<String, Set<String>> facets = new LinkedHashMap<>();
    item.facets()
        .forEach(
            (dimension, values) -> {
              Set<String> shown = DocumentMapping.values(values);
              if (!shown.isEmpty()) {
                facets.put(dimension, shown);
              }
            });
    return new Card(
        item.kind(),
        item.id(),
        item.code(),
        item.path(),
        texts,
        item.date(),
        item.published(),
        facets,
        item.details());
  }

  static Card read(IndexSearcher searcher, int document) throws IOException {
    return from(
        column(searcher, document, IndexFields.CARD)
            .orElseThrow(() -> new CorruptIndexException("an item has none", CARD_NAME)));
  }

  /** What a document has in a column, if anything. */
  static Optional<BytesRef> column(IndexSearcher searcher, int document, String field)
      throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    BinaryDocValues values = leaf.reader().getBinaryDocValues(field);
    return values != null && values.advanceExact(document - leaf.docBase)
        ? Optional.of(values.binaryValue())
        : Optional.empty();
  }

  List<String> languages() {
    return List.copyOf(texts.keySet());
  }

  String title(String language) {
    Heading heading = texts.get(language);
    return heading == null ? "" : heading.title();
  }

  BytesRef bytes() {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    try {
      out.writeString(kind);
      out.writeZLong(id);
      out.writeString(code);
      out.writeString(path);
      out.writeVInt(texts.size());
      for (Map.Entry<String, Heading> text : texts.entrySet()) {
        out.writeString(text.getKey());
        out.writeString(text.getValue().title());
        out.writeVInt(text.getValue().summary());
      }
      writeMoment(out, date);
      writeMoment(out, published);
      out.writeVInt(facets.size());
      for (Map.Entry<String, Set<String>> facet : facets.entrySet()) {
        out.writeString(facet.getKey());
        out.writeVInt(facet.getValue().size());
        for (String value : facet.getValue()) {
          out.writeString(value);
        }
      }
      out.writeVInt(details.size());
      for (Map.Entry<String, String> detail : details.entrySet()) {
        out.writeString(detail.getKey());
        out.writeString(detail.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new BytesRef(out.toArrayCopy());
  }

  static Card from(BytesRef bytes) throws IOException {
    ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    try {
      return new Card(
          readText(in),
          in.readZLong(),
          readText(in),
          readText(in),
          readTexts(in),
          readMoment(in),
          readMoment(in),
          readFacets(in),
          readDetails(in));
    } catch (IndexOutOfBoundsException e) {
      throw new CorruptIndexException("it ends too early", CARD_NAME, e);
    }
  }

  /** Of an index that is damaged no length is believed. */
  private static String readText(ByteArrayDataInput in) throws IOException {
    int length = in.readVInt();
    if (length < 0 || length > in.length() - in.getPosition()) {
      throw new CorruptIndexException("a text ends behind its card", CARD_NAME);
    }
    byte[] text = new byte[length];
    in.readBytes(text, 0, length);
    return new String(text, StandardCharsets.UTF_8);
  }

  private static Map<String, Heading> readTexts(ByteArrayDataInput in) throws IOException {
    Map<String, Heading> texts = new LinkedHashMap<>();
    for (int left = in.readVInt(); left > 0; left--) {
      texts.put(readText(in), new Heading(readText(in), in.readVInt()));
    }
    return texts;
  }

  private static Map<String, Set<String>> readFacets(ByteArrayDataInput in) throws IOException {
    Map<String, Set<String>> facets = new LinkedHashMap<>();
    for (int left = in.readVInt(); left > 0; left--) {
      Set<String> values = facets.computeIfAbsent(readText(in), f -> new LinkedHashSet<>());
      for (int more = in.readVInt(); more > 0; more--) {
        values.add(readText(in));
      }
    }
    return facets;
  }

  private static Map<String, String> readDetails(ByteArrayDataInput in) throws IOException {
    Map<String, String> details = new LinkedHashMap<>();
    for (int left = in.readVInt(); left > 0; left--) {
      details.put(readText(in), readText(in));
    }
    return details;
  }

  private static void writeMoment(DataOutput out, Instant moment) throws IOException {
    out.writeByte((byte) (moment == null ? 0 : 1));
    if (moment != null) {
      out.writeZLong(moment.toEpochMilli());
    }
  }

  private static Instant readMoment(ByteArrayDataInput in) throws IOException {
    return in.readByte() == 0 ? null : Instant.ofEpochMilli(in.readZLong());
  }

  /** Where the parts of a text begin, as a column of its own: few look at it. */
  static BytesRef starts(List<Integer> starts) {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    try {
      int before = 0;
      for (int start : starts) {
        out.writeVInt(start - before);
        before = start;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new BytesRef(out.toArrayCopy());
  }

  static List<Integer> starts(IndexSearcher searcher, int document) throws IOException {
    List<Integer> starts = new ArrayList<>();
    Optional<BytesRef> column = column(searcher, document, IndexFields.PARTS);
    if (column.isPresent()) {
      BytesRef bytes = column.get();
      ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
      int start = 0;
      while (!in.eof()) {
        start += in.readVInt();
        starts.add(start);
      }
    }
    return starts;
  }
}
