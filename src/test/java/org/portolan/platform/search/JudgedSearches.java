package org.portolan.platform.search;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The searches in {@code relevance/queries.csv} with what each document is worth to them. */
final class JudgedSearches {
  private JudgedSearches() {}

  /**
   * @param grades by the key of a document; one that is missing is worth nothing
   */
  record Judged(
      String id, boolean heldOut, String language, String text, Map<String, Integer> grades) {

    /** Keys of what is worth most to it. */
    List<String> best() {
      int most = Collections.max(grades.values());
      return grades.entrySet().stream()
          .filter(grade -> grade.getValue() == most)
          .map(Map.Entry::getKey)
          .toList();
    }
  }

  static List<Judged> all() {
    Map<String, Map<String, Integer>> grades = new HashMap<>();
    for (NamedCsvRecord row : rows("grades.csv")) {
      grades
          .computeIfAbsent(row.getField("id"), id -> new HashMap<>())
          .put(row.getField("document"), Integer.valueOf(row.getField("grade")));
    }
    List<Judged> all = new ArrayList<>();
    for (NamedCsvRecord row : rows("queries.csv")) {
      all.add(
          new Judged(
              row.getField("id"),
              row.getField("split").equals("held-out"),
              row.getField("language"),
              row.getField("query"),
              grades.get(row.getField("id"))));
    }
    return all;
  }

  static List<NamedCsvRecord> rows(String file) {
    try (Reader in =
            new InputStreamReader(
                Objects.requireNonNull(
                    JudgedSearches.class.getResourceAsStream("/relevance/" + file), file),
                StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(in)) {
      return csv.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
