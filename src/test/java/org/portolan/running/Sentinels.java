package org.portolan.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Words that are nowhere else, each planted in one place where something about a person goes, and
 * looked for afterwards: in whatever case, as UTF-8 and as UTF-16.
 */
final class Sentinels {
  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

  private static final String MARK = "zqx";

  private final Map<String, String> words = new LinkedHashMap<>();

  /** A new word for a place. */
  String of(String place) {
    int number = words.size();
    String word = MARK + (char) ('a' + number / 26) + (char) ('a' + number % 26) + "kwvj";
    if (words.put(place, word) != null) {
      throw new IllegalArgumentException(place);
    }
    return word;
  }

  /** A word that Portolan made itself. */
  void add(String place, String word) {
    words.put(place, word.toLowerCase(Locale.ROOT));
  }

  int size() {
    return words.size();
  }

  /** The places whose words are in the bytes. */
  Set<String> in(byte[] bytes) {
    Set<String> found = new TreeSet<>();
    // one character a byte, so that any bytes can be looked through for any others
    String all = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    for (Charset charset : CHARSETS) {
      // most files hold none: one look for what all have in common is enough for them
      boolean any = all.contains(bytewise(MARK, charset));
      words.forEach(
          (place, word) -> {
            if ((any || !word.startsWith(MARK)) && all.contains(bytewise(word, charset))) {
              found.add(place);
            }
          });
    }
    return found;
  }

  private static String bytewise(String word, Charset charset) {
    return new String(word.getBytes(charset), StandardCharsets.ISO_8859_1);
  }

  Set<String> in(String text) {
    return in(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Table and column of every row that holds a word, with the places. */
  Map<String, Set<String>> in(Connection connection) throws SQLException {
    Map<String, Set<String>> found = new TreeMap<>();
    Set<String> tables = new TreeSet<>();
    for (String column : PersonalColumns.inDatabase(connection)) {
      tables.add(column.substring(0, column.indexOf('.')));
    }
    for (String table : tables) {
      try (PreparedStatement select = connection.prepareStatement("SELECT * FROM " + table);
          ResultSet row = select.executeQuery()) {
        int columns = row.getMetaData().getColumnCount();
        while (row.next()) {
          for (int i = 1; i <= columns; i++) {
            String value = row.getString(i);
            Set<String> here = value == null ? Set.of() : in(value);
            if (!here.isEmpty()) {
              found
                  .computeIfAbsent(
                      table + "." + row.getMetaData().getColumnName(i), any -> new TreeSet<>())
                  .addAll(here);
            }
          }
        }
      }
    }
    return found;
  }

  /** The files below a folder that hold a word, with the places. */
  Map<String, Set<String>> in(Path folder) throws IOException {
    Map<String, Set<String>> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .forEach(
              file -> {
                try {
                  Set<String> here = in(Files.readAllBytes(file));
                  if (!here.isEmpty()) {
                    found.put(folder.relativize(file).toString(), here);
                  }
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
    return found;
  }
}
