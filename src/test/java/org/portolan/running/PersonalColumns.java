package org.portolan.running;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.portolan.people.PersonalData;

/** What was said by hand of every column: whether it is about a person, and who takes it away. */
record PersonalColumns(Map<String, String> partOf) {
  private static final Path TABLE = Path.of("src/test/resources/personal-columns.csv");
  private static final Set<String> WHAT = Set.of("none", "number", "erased", "sealed");

  static PersonalColumns read() throws IOException {
    Map<String, String> partOf = new TreeMap<>();
    List<String> lines =
        Files.readAllLines(TABLE).stream()
            .filter(line -> !line.startsWith("#") && !line.isBlank())
            .skip(1)
            .toList();
    for (String line : lines) {
      String[] cells = line.split(",", -1);
      if (cells.length != 4
          || !WHAT.contains(cells[1])
          || cells[1].equals("none") != cells[2].isEmpty()) {
        throw new IllegalStateException("not understood: " + line);
      }
      for (String column : cells[3].split(" ")) {
        if (partOf.put(cells[0] + "." + column, cells[2]) != null) {
          throw new IllegalStateException("twice: " + cells[0] + "." + column);
        }
      }
    }
    return new PersonalColumns(partOf);
  }

  Set<String> parts() {
    Set<String> parts = new TreeSet<>(partOf.values());
    parts.remove("");
    return parts;
  }

  /** Every column that the database has. */
  static Set<String> inDatabase(Connection connection) throws SQLException {
    Set<String> columns = new TreeSet<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT table_name, column_name FROM information_schema.columns"
                    + " WHERE table_schema = DATABASE()");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        columns.add(row.getString(1) + "." + row.getString(2));
      }
    }
    return columns;
  }

  /** The words of all implementations of {@link PersonalData}. */
  static Set<String> implemented() {
    Set<String> parts = new TreeSet<>();
    new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.portolan")
            .stream()
            .filter(type -> type.isAssignableTo(PersonalData.class) && !type.isInterface())
            .forEach(type -> parts.add(part(type.reflect())));
    return parts;
  }

  private static String part(Class<?> type) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return ((PersonalData) constructor.newInstance()).part();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName(), e);
    }
  }
}
