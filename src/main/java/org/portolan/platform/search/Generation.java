package org.portolan.platform.search;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;

/** One index with its only writer and the searchers over it. */
final class Generation implements AutoCloseable {
  private static final String VERSION = "version";
  private static final String POSITION = "position";
  private static final double BUFFER_MB = 32;

  private final String name;
  private volatile String version;
  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final DocumentMapping mapping;
  private final Map<String, Long> lengths = new ConcurrentHashMap<>();
  private volatile long position;
  private boolean uncommitted;
  private boolean settling;

  private Generation(String name, String version, Directory directory, long position)
      throws IOException {
    FacetsConfig facets = FacetCounting.config();
    this.name = name;
    this.version = version;
    this.directory = directory;
    this.position = position;
    this.mapping = new DocumentMapping(facets);
    this.writer =
        new IndexWriter(
            directory,
            new IndexWriterConfig(Analysis.forIndexing())
                .setRAMBufferSizeMB(BUFFER_MB)
                .setMergePolicy(merging())
                .setIndexSort(SearchOrder.NEWEST_FIRST)
                .setCommitOnClose(false));
    try {
      this.searchers = new SearcherManager(writer, new Faceted(facets));
    } catch (IOException | RuntimeException e) {
      writer.close();
      throw e;
    }
  }

  /** Where deleted items are to leave no trace, one of them is one too many. */
  private static TieredMergePolicy merging() {
    TieredMergePolicy merging = new TieredMergePolicy();
    merging.setForceMergeDeletesPctAllowed(0);
    return merging;
  }

  static Generation create(String name, String version, Directory directory, long position)
      throws IOException {
    Generation made = new Generation(name, version, directory, position);
    made.uncommitted = true;
    return made;
  }

  /**
   * Opens a finished index after reading all of it once.
   *
   * @param layout beginning of the versions that can be read
   * @throws UnusableIndex when another layout made it
   * @throws IOException when it is damaged or still held by another writer
   */
  static Generation open(String name, String layout, Directory directory)
      throws IOException, UnusableIndex {
    Map<String, String> written;
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
      written = reader.getIndexCommit().getUserData();
    }
    String version = written.getOrDefault(VERSION, "");
    if (!version.startsWith(layout)) {
      throw new UnusableIndex("made by version " + version);
    }
    try {
      return new Generation(name, version, directory, Long.parseLong(written.get(POSITION)));
    } catch (NumberFormatException e) {
      throw new UnusableIndex("it does not say how far it came");
    }
  }

  String name() {
    return name;
  }

  String version() {
    return version;
  }

  /** Another version, with the next commit. */
  void rename(String other) {
    uncommitted |= !other.equals(version);
    version = other;
  }

  SearcherManager searchers() {
    return searchers;
  }

  long position() {
    return position;
  }

  boolean open() {
    return writer.isOpen();
  }

  /** How the files are that searches read. */
  enum FileState {
    WHOLE,
    /** Some were taken away; what is open can be read to its end. */
    GONE,
    /** Some are not as long as they were. */
    CUT
  }

  /** Looks at each file that searches read; an index writes no file twice. */
  FileState files() {
    try {
      FacetedSearcher searcher = (FacetedSearcher) searchers.acquire();
      try {
        DirectoryReader reader = (DirectoryReader) searcher.getIndexReader();
        Set<String> files = new HashSet<>(reader.getIndexCommit().getFileNames());
        // the list of an earlier commit goes with the next one, also while it is read
        files.removeIf(file -> file.startsWith(IndexFileNames.SEGMENTS));
        String commit = SegmentInfos.getLastCommitSegmentsFileName(directory);
        if (commit != null) {
          files.add(commit);
        }
        lengths.keySet().retainAll(files);
        for (String file : files) {
          long length = directory.fileLength(file);
          Long before = lengths.putIfAbsent(file, length);
          if (before != null && before != length) {
            // the list itself is for the next start
            return file.equals(commit) ? FileState.GONE : FileState.CUT;
          }
        }
        return FileState.WHOLE;
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException | AlreadyClosedException e) {
      return FileState.GONE;
    }
  }

  /** What its files take on disk, those of changes that are not committed included. */
  long bytes() {
    long bytes = 0;
    try {
      for (String file : directory.listAll()) {
        bytes += directory.fileLength(file);
      }
    } catch (IOException | AlreadyClosedException e) {
      // a merge took a file away in between; the next look is a whole one
      return bytes;
    }
    return bytes;
  }

  /** Whether all that searches read is what was written; reads all of it. */
  boolean sound() {
    try {
      FacetedSearcher searcher = (FacetedSearcher) searchers.acquire();
      try {
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
          leaf.reader().checkIntegrity();
        }
        return true;
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException | RuntimeException | InternalError e) {
      return false;
    }
  }

  /**
   * Lets what was deleted be merged away on other threads: as long as it is there, it counts for
   * how rare a word is, and so for the order of hits.
   *
   * @return whether that is over and searches see it
   */
  boolean settle() throws IOException {
    if (!settling && writer.hasDeletions()) {
      settling = true;
      writer.forceMergeDeletes(false);
    }
    if (!writer.getMergingSegments().isEmpty()) {
      return false;
    }
    uncommitted |= settling;
    settling = false;
    refresh();
    return true;
  }

  /** Changes of items, up to a place in the change log. */
  void take(
      Collection<SearchDocument> changed, Collection<ItemKey> gone, long reached, LeftOut leftOut)
      throws IOException {
    for (SearchDocument item : changed) {
      add(item, leftOut);
    }
    remove(gone);
    uncommitted |= reached != position;
    position = reached;
  }

  /** Adds an item, unless no document can be made of it; what was there of it before is gone. */
  boolean add(SearchDocument item, LeftOut leftOut) throws IOException {
    ItemKey key = new ItemKey(item.kind(), item.id());
    try {
      writer.updateDocument(new Term(IndexFields.KEY, key.toString()), mapping.map(item));
      uncommitted = true;
      return true;
    } catch (AlreadyClosedException e) {
      throw e;
    } catch (RuntimeException e) {
      remove(List.of(key));
      leftOut.add(key, e);
      return false;
    }
  }

  private void remove(Collection<ItemKey> gone) throws IOException {
    Term[] keys =
        gone.stream().map(key -> new Term(IndexFields.KEY, key.toString())).toArray(Term[]::new);
    writer.deleteDocuments(keys);
    uncommitted |= keys.length > 0;
  }

  /**
   * Makes one piece of all that it has: what each piece says of its words again was a tenth of the
   * index, and every search asks each of them.
   */
  void gather() throws IOException {
    writer.forceMerge(1);
    uncommitted = true;
  }

  /** Takes from disk what was deleted, when the next commit lets go of the files. */
  void purge() throws IOException {
    writer.forceMergeDeletes();
    uncommitted = true;
  }

  /** Lets go of files that searches held on to until now. */
  void tidy() throws IOException {
    writer.deleteUnusedFiles();
  }

  void refresh() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  void commit() throws IOException {
    if (uncommitted) {
      Map<String, String> written = new HashMap<>();
      written.put(VERSION, version);
      written.put(POSITION, Long.toString(position));
      writer.setLiveCommitData(written.entrySet());
      writer.commit();
      uncommitted = false;
    }
  }

  /** Closes without committing; searches under way finish on what they hold. */
  @Override
  public void close() throws IOException {
    try (directory) {
      searchers.close();
      writer.rollback();
    }
  }

  private static final class Faceted extends SearcherFactory {
    private final FacetsConfig facets;

    private Faceted(FacetsConfig facets) {
      this.facets = facets;
    }

    @Override
    public FacetedSearcher newSearcher(IndexReader reader, IndexReader previous)
        throws IOException {
      return new FacetedSearcher(reader, facets);
    }
  }

  /** The index is whole but not ours to use. */
  static final class UnusableIndex extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableIndex(String reason) {
      super(reason);
    }
  }
}
