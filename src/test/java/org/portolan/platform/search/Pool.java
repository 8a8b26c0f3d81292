package org.portolan.platform.search;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import org.portolan.platform.search.JudgedSearches.Judged;

/**
 * What still has to be judged: all that one of the compared searches finds early and nobody has
 * graded, shuffled, so that whoever grades it cannot tell which of them found it, or where.
 */
final class Pool implements AutoCloseable {
  private final CsvWriter csv;
  private final Function<String, SearchDocument.Text> texts;

  /**
   * @param texts by key
   */
  Pool(Path file, Function<String, SearchDocument.Text> texts) throws IOException {
    this.csv = CsvWriter.builder().build(file);
    this.texts = texts;
    csv.writeRecord("id", "query", "document", "title", "summary");
  }

  void add(Judged judged, Collection<String> found) {
    TreeSet<String> open = new TreeSet<>(found);
    open.removeAll(judged.grades().keySet());
    List<String> shuffled = new ArrayList<>(open);
    Collections.shuffle(shuffled, new Random(judged.id().hashCode()));
    for (String key : shuffled) {
      SearchDocument.Text text = texts.apply(key);
      csv.writeRecord(judged.id(), judged.text(), key, text.title(), text.summary());
    }
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
