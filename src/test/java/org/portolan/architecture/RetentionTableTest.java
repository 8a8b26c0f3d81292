package org.portolan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.portolan.platform.retention.RetentionRule;

/**
 * Every table that says something about people is forgotten some day, or somebody said why it is
 * kept: {@code retention-tables.csv}, by hand.
 */
class RetentionTableTest {
  private static final Path JUDGED = Path.of("src/test/resources/retention-tables.csv");
  private static final Path COLUMNS = Path.of("src/test/resources/personal-columns.csv");

  /** By table: the kind that forgets it, or none and a reason. */
  private record Row(String kind, String reason) {}

  @Test
  void everyTableWithPersonalColumnsHasARuleOrAReason() throws IOException {
    Set<String> personal =
        lines(COLUMNS).stream()
            .map(line -> line.split(",", -1))
            .filter(cells -> !cells[1].equals("none"))
            .map(cells -> cells[0])
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(personal).hasSizeGreaterThan(20);
    assertThat(judged().keySet())
        .as("say in retention-tables.csv when a table is forgotten, or why it is kept")
        .containsAll(personal);
    assertThat(lines(COLUMNS).stream().map(line -> line.split(",", -1)[0]))
        .as("tables that are there")
        .containsAll(judged().keySet());
  }

  @Test
  void everyRowNamesARuleOrAReasonAndNotBoth() throws IOException {
    judged()
        .forEach(
            (table, row) ->
                assertThat(row.kind().isEmpty()).as(table).isNotEqualTo(row.reason().isEmpty()));
  }

  @Test
  void theRulesAreThoseThatTheTableNames() throws IOException {
    Set<String> named =
        judged().values().stream()
            .map(Row::kind)
            .filter(kind -> !kind.isEmpty())
            .flatMap(kind -> List.of(kind.split(" ")).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(implemented()).containsExactlyElementsOf(named);
  }

  @Test
  void everyRuleIsExplainedToOperators() throws IOException {
    String settings = Files.readString(Path.of("src/docs/settings.md"));
    for (RetentionRule rule : rules()) {
      assertThat(settings)
          .contains(
              "| `PORTOLAN_RETENTION_"
                  + rule.kind().toUpperCase(Locale.ROOT).replace('-', '_')
                  + "` | `"
                  + rule.usual()
                  + "` | `"
                  + rule.least()
                  + "` |");
    }
  }

  private static Map<String, Row> judged() throws IOException {
    Map<String, Row> rows = new TreeMap<>();
    for (String line : lines(JUDGED)) {
      String[] cells = line.split(",", 3);
      assertThat(rows.put(cells[0], new Row(cells[1], cells[2].strip()))).as(line).isNull();
    }
    return rows;
  }

  private static List<String> lines(Path table) throws IOException {
    return Files.readAllLines(table).stream()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .skip(1)
        .toList();
  }

  private static Set<String> implemented() {
    return rules().stream().map(RetentionRule::kind).collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<RetentionRule> rules() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.portolan")
            .stream()
            .filter(type -> type.isAssignableTo(RetentionRule.class) && !type.isInterface())
            .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
            .map(type -> made(type.reflect()))
            .toList();
  }

  private static RetentionRule made(Class<?> type) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return (RetentionRule) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName(), e);
    }
  }
}
