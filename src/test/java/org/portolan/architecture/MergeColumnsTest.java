package org.portolan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.portolan.people.MovesPerson;

/**
 * Every column that names a person is taken care of when two accounts become one, or somebody said
 * why it stays: {@code merge-columns.csv}, by hand.
 */
class MergeColumnsTest {
  private static final Path STAYING = Path.of("src/test/resources/merge-columns.csv");
  private static final Path COLUMNS = Path.of("src/test/resources/personal-columns.csv");

  /** {@code PersonMergeIT} sees to it that references to people are called so. */
  private static final String NAMES_A_PERSON =
      "person_id|actor_id|behind_id|author_id|acting_as|merged_into|[a-z]+_by";

  @Test
  void everyColumnThatNamesAPersonIsMovedEndedOrStaysForAReason() throws IOException {
    Set<String> naming = new TreeSet<>();
    for (String line : lines(COLUMNS)) {
      String[] cells = line.split(",", -1);
      Arrays.stream(cells[3].split(" "))
          .filter(column -> column.matches(NAMES_A_PERSON))
          .filter(column -> !column.equals("installed_by"))
          .forEach(column -> naming.add(cells[0] + "." + column));
    }
    Set<String> staying =
        lines(STAYING).stream()
            .map(line -> line.split(",", 2))
            .peek(cells -> assertThat(cells[1]).as(cells[0]).isNotBlank())
            .map(cells -> cells[0])
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> moved = moved();

    assertThat(moved).doesNotContainAnyElementsOf(staying);
    moved.addAll(staying);
    assertThat(naming).hasSizeGreaterThan(25);
    assertThat(moved)
        .as("let a MovesPerson take care of it, or say in merge-columns.csv why it stays")
        .containsExactlyElementsOf(naming);
  }

  private static List<String> lines(Path table) throws IOException {
    return Files.readAllLines(table).stream()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .skip(1)
        .toList();
  }

  private static Set<String> moved() {
    Set<String> columns = new TreeSet<>();
    new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.portolan")
            .stream()
            .filter(type -> type.isAssignableTo(MovesPerson.class) && !type.isInterface())
            .forEach(type -> columns.addAll(columns(type.reflect())));
    return columns;
  }

  private static Set<String> columns(Class<?> type) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return ((MovesPerson) constructor.newInstance()).columns();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName(), e);
    }
  }
}
