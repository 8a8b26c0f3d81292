package org.portolan.platform.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.FilterCodecReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/**
 * What each field of an index takes on disk, against the size of the texts that are in it: of every
 * field an index is made that has it alone.
 */
public final class IndexSizes {
  private final DirectoryReader reader;
  private final long whole;

  private IndexSizes(Directory directory) throws IOException {
    this.reader = DirectoryReader.open(directory);
    this.whole = bytes(directory);
  }

  /** A table of the fields of an index, largest first. */
  public static String table(Directory directory) throws IOException {
    IndexSizes sizes = new IndexSizes(directory);
    try (sizes.reader) {
      return sizes.table();
    }
  }

  private String table() throws IOException {
    long text = textBytes();
    Map<String, Long> byField = new TreeMap<>();
    for (FieldInfo field : FieldInfos.getMergedFieldInfos(reader)) {
      // languages side by side say little
      String name = field.name.replaceAll("^(words|body)_[a-z]{2,3}$", "$1_…");
      byField.merge(
          field.name.startsWith("words_any") || field.name.startsWith("title_any")
              ? field.name
              : name,
          size(field.name),
          Long::sum);
    }
    StringBuilder table =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%,d documents, %,d bytes of text; index %,d bytes, **%.0f %%** of it (to be ≤ 130)"
                    + "%n%n| field alone | bytes | %% of the text |%n|---|--:|--:|%n",
                reader.numDocs(),
                text,
                whole,
                100.0 * whole / text));
    byField.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(
            entry ->
                table.append(
                    String.format(
                        Locale.ROOT,
                        "| %s | %,d | %.1f |%n",
                        entry.getKey(),
                        entry.getValue(),
                        100.0 * entry.getValue() / text)));
    return table.toString();
  }

  /** Titles and texts as they are kept, in UTF-8. */
  private long textBytes() throws IOException {
    IndexSearcher searcher = new IndexSearcher(reader);
    long bytes = 0;
    for (int document = 0; document < reader.maxDoc(); document++) {
      Card card = Card.read(searcher, document);
      for (String language : card.languages()) {
        bytes += card.title(language).getBytes(StandardCharsets.UTF_8).length;
        String body = HitReading.body(searcher, document, language);
        bytes += body.getBytes(StandardCharsets.UTF_8).length;
      }
    }
    return bytes;
  }

  private long size(String field) throws IOException {
    try (Directory alone = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(alone, new IndexWriterConfig())) {
        for (LeafReaderContext leaf : reader.leaves()) {
          writer.addIndexes(new OneField((CodecReader) leaf.reader(), field));
        }
        writer.forceMerge(1);
      }
      return bytes(alone);
    }
  }

  private static long bytes(Directory directory) throws IOException {
    long bytes = 0;
    for (String file : directory.listAll()) {
      bytes += directory.fileLength(file);
    }
    return bytes;
  }

  private static final class OneField extends FilterCodecReader {
    private final String field;

    private OneField(CodecReader reader, String field) {
      super(reader);
      this.field = field;
    }

    @Override
    public FieldInfos getFieldInfos() {
      return new FieldInfos(new FieldInfo[] {in.getFieldInfos().fieldInfo(field)});
    }

    @Override
    public FieldsProducer getPostingsReader() {
      FieldsProducer all = in.getPostingsReader();
      return all == null || all.iterator() == null ? null : new OneProducer(all, field);
    }

    @Override
    public CacheHelper getCoreCacheHelper() {
      return null;
    }

    @Override
    public CacheHelper getReaderCacheHelper() {
      return null;
    }
  }

  private static final class OneProducer extends FieldsProducer {
    private final FieldsProducer all;
    private final String field;

    private OneProducer(FieldsProducer all, String field) {
      this.all = all;
      this.field = field;
    }

    @Override
    public Iterator<String> iterator() {
      try {
        return all.terms(field) == null ? List.<String>of().iterator() : List.of(field).iterator();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Terms terms(String name) throws IOException {
      return name.equals(field) ? all.terms(name) : null;
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public void checkIntegrity() throws IOException {
      all.checkIntegrity();
    }

    @Override
    public void close() {}
  }
}
