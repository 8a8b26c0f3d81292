package org.portolan.competency;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.portolan.platform.i18n.Language;

/** The framework that comes with the release is whole, in every language. */
class CompetencyContentTest {
  private static final Path FOLDER = Path.of("content/reference");

  private final List<NamedCsvRecord> competencies = rows("competencies.csv");
  private final List<NamedCsvRecord> profiles = rows("job-profiles.csv");
  private final List<NamedCsvRecord> needs = rows("profile-competencies.csv");

  @Test
  void competenciesCoverEveryGroup() {
    assertThat(competencies).hasSizeGreaterThanOrEqualTo(42);
    assertThat(column(competencies, "code")).doesNotHaveDuplicates();
    assertThat(column(competencies, "group").stream().distinct())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(CompetencyGroup.values()).map(CompetencyGroup::code).toList());
  }

  @Test
  void profilesCoverEveryFamily() {
    assertThat(profiles).hasSizeGreaterThanOrEqualTo(26);
    assertThat(column(profiles, "code")).doesNotHaveDuplicates();
    assertThat(column(profiles, "family").stream().distinct())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ProfileFamily.values()).map(ProfileFamily::code).toList());
  }

  @Test
  void codesFitIntoAddresses() {
    assertThat(Stream.of(competencies, profiles).flatMap(rows -> column(rows, "code").stream()))
        .allMatch(code -> code.matches("[a-z]+(-[a-z]+)*") && code.length() <= 40);
  }

  @Test
  void everyTextStandsInAllLanguagesAndFitsItsColumn() {
    for (Language language : Language.values()) {
      String code = language.code();
      assertFit(column(competencies, "name_" + code), 160);
      assertFit(column(competencies, "description_" + code), 400);
      assertFit(column(profiles, "name_" + code), 160);
    }
  }

  @Test
  void noDescriptionWasLeftInEnglish() {
    for (Language language : Language.values()) {
      if (language != Language.EN) {
        assertThat(column(competencies, "description_" + language.code()))
            .as(language.code())
            .doesNotContainAnyElementsOf(column(competencies, "description_en"));
      }
    }
  }

  @Test
  void everyThemeIsOneOfTheThemes() {
    List<String> themes = column(competencies, "theme").stream().filter(t -> !t.isEmpty()).toList();
    assertThat(column(rows("themes.csv"), "code")).containsAll(themes);
    assertThat(themes).hasSizeGreaterThanOrEqualTo(42);
  }

  @Test
  void everyProfileNeedsFiveToNineOfTheCompetencies() {
    assertThat(column(needs, "profile").stream().distinct())
        .containsExactlyInAnyOrderElementsOf(column(profiles, "code"));
    Map<String, List<String>> byProfile =
        needs.stream()
            .collect(
                Collectors.groupingBy(
                    need -> need.getField("profile"),
                    Collectors.mapping(need -> need.getField("competency"), Collectors.toList())));
    assertThat(byProfile)
        .allSatisfy(
            (profile, needed) ->
                assertThat(needed)
                    .as(profile)
                    .hasSizeBetween(5, 9)
                    .doesNotHaveDuplicates()
                    .isSubsetOf(column(competencies, "code")));
  }

  @Test
  void everyLevelIsOneOfTheFour() {
    assertThat(column(needs, "level").stream().distinct())
        .containsExactlyInAnyOrder("1", "2", "3", "4");
  }

  private static void assertFit(List<String> texts, int most) {
    assertThat(texts)
        .isNotEmpty()
        .allMatch(text -> !text.isBlank() && text.length() <= most && text.equals(text.strip()));
    assertThat(texts).doesNotHaveDuplicates();
  }

  private static List<String> column(List<NamedCsvRecord> rows, String name) {
    return rows.stream().map(row -> row.getField(name)).toList();
  }

  private static List<NamedCsvRecord> rows(String file) {
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve(file))) {
      return csv.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
