package org.portolan.running;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Courses of the demo world that ask for others to be completed before: not everybody may apply for
 * their sessions.
 */
public final class AskingCourses {
  /** Leaves out the sessions of such courses, where {@code s} is the session. */
  static final String NONE =
      " AND NOT EXISTS (SELECT 1 FROM course_prerequisite q WHERE q.course_id = s.course_id)";

  private AskingCourses() {}

  public static Set<String> codes() {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(Path.of("content/sample/courses.csv"))) {
      return rows.stream()
          .filter(row -> !row.getField("requires").isEmpty())
          .map(row -> row.getField("code"))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
