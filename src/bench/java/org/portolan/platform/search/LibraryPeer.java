package org.portolan.platform.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;

/** Lucene alone on the practices of a database, and words that stand in some of them. */
public final class LibraryPeer implements AutoCloseable {
  private static final int WARM_UP = 3_000;
  private static final int MEASURED = 3_000;
  private static final int KEPT = 4_000;
  private static final Set<String> SEEN = Set.of(SearchDocument.PUBLIC);

  /**
   * @param hits how many texts have it
   */
  public record Word(String language, String text, long hits) {}

  private interface Act {
    void on(Word word) throws IOException;
  }

  private final PlainPeer peer;
  private final List<String[]> titles = new ArrayList<>();

  private LibraryPeer(Path folder) throws IOException {
    peer = new PlainPeer(folder);
  }

  /** Reads all practices; the folder has to be empty. */
  public static LibraryPeer of(Path folder, DataSource database) throws IOException, SQLException {
    Files.createDirectories(folder);
    LibraryPeer library = new LibraryPeer(folder);
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      // a row at a time: all of them would not fit in memory
      statement.setFetchSize(Integer.MIN_VALUE);
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT p.id, p.code, p.region_code, p.practice_year, t.language, t.title, t.summary,"
                  + " t.body FROM practice p JOIN practice_text t ON t.practice_id = p.id"
                  + " WHERE p.state = 'published' ORDER BY p.id")) {
        library.peer.fill(() -> library.reading(rows));
      }
    }
    return library;
  }

  private Iterator<SearchDocument> reading(ResultSet rows) {
    return new Iterator<>() {
      private boolean there = next(rows);

      @Override
      public boolean hasNext() {
        return there;
      }

      @Override
      public SearchDocument next() {
        if (!there) {
          throw new NoSuchElementException();
        }
        try {
          long id = rows.getLong(1);
          SearchDocument.Builder item =
              SearchDocument.of("practice", id)
                  .code(rows.getString(2))
                  .path("/p/" + id)
                  .facet(SearchDocument.REGION, rows.getString(3))
                  .facet(SearchDocument.YEAR, rows.getString(4))
                  .visibleTo(SearchDocument.PUBLIC);
          while (there && rows.getLong(1) == id) {
            String language = rows.getString(5);
            String title = rows.getString(6);
            item.text(language, title, rows.getString(7), rows.getString(8));
            if (titles.size() < KEPT) {
              titles.add(new String[] {language, title + " " + rows.getString(7)});
            }
            there = next(rows);
          }
          return item.build();
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      }

      private boolean next(ResultSet rows) {
        try {
          return rows.next();
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      }
    };
  }

  /** Words that stand in so many practices, as many as asked for or all there are. */
  public List<Word> words(int count, long fewest, long most) throws IOException {
    Random random = new Random(5);
    Set<String> tried = new LinkedHashSet<>();
    List<Word> words = new ArrayList<>();
    for (int tries = 0; words.size() < count && tries < 20_000; tries++) {
      String[] title = titles.get(random.nextInt(titles.size()));
      List<String> all = Analysis.surfaceWords(title[1]);
      String word = all.get(random.nextInt(all.size()));
      if (word.length() > 4 && tried.add(word)) {
        long hits = peer.full(word, title[0], SEEN);
        if (hits >= fewest && hits <= most) {
          words.add(new Word(title[0], word, hits));
        }
      }
    }
    return words;
  }

  /** Processor milliseconds of ten hits with highlights and two facets. */
  public double fullMillis(List<Word> words) throws IOException {
    return millis(words, word -> peer.full(word.text(), word.language(), SEEN));
  }

  /** Processor milliseconds of the ten best with their titles. */
  public double bareMillis(List<Word> words) throws IOException {
    return millis(words, word -> peer.bare(word.text(), word.language(), SEEN));
  }

  private static double millis(List<Word> words, Act act) throws IOException {
    repeat(words, act, WARM_UP);
    double before = SearchBench.cpu();
    repeat(words, act, MEASURED);
    return (SearchBench.cpu() - before) / MEASURED;
  }

  private static void repeat(List<Word> words, Act act, int times) throws IOException {
    for (int i = 0; i < times; i++) {
      act.on(words.get(i % words.size()));
    }
  }

  @Override
  public void close() throws IOException {
    peer.close();
  }
}
