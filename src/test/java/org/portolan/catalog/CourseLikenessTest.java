package org.portolan.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.portolan.platform.likeness.WordSet;

class CourseLikenessTest {
  @Test
  void theSameCourseIsWhollyAlike() {
    CourseSketch course = sketch("en", "Customs valuation", "How to value goods", "VALUATION");

    CourseLikeness likeness = CourseLikeness.of(course, course);

    assertThat(likeness.title()).isEqualTo(1);
    assertThat(likeness.text()).isEqualTo(1);
    assertThat(likeness.subject()).isCloseTo(1, within(1e-9));
    assertThat(likeness.score()).isCloseTo(1, within(1e-9));
    assertThat(likeness.near()).isTrue();
  }

  @Test
  void capitalsAccentsAndMarksDoNotPartTitles() {
    assertThat(
            WordSet.shingles("Évaluation, en douane!")
                .likeness(WordSet.shingles("EVALUATION EN DOUANE")))
        .isEqualTo(1);
  }

  @Test
  void shortWordsHeadingsAndEndingsDoNotCount() {
    assertThat(WordSet.of("## For whom\nThe valuations of a shipment"))
        .isEqualTo(WordSet.of("Valuation in shipments, not"));
    assertThat(WordSet.of("The and of")).isEqualTo(new WordSet(java.util.Set.of()));
    assertThat(WordSet.of("duty").words()).containsExactly("duty");
  }

  @Test
  void titlesAreComparedByThreeLettersInARow() {
    assertThat(WordSet.shingles("ab").words()).containsExactlyInAnyOrder(" ab", "ab ");
    assertThat(WordSet.shingles("").words()).isEmpty();
    assertThat(WordSet.shingles("abcd").likeness(WordSet.shingles("abce"))).isEqualTo(0.5);
  }

  @Test
  void nothingIsLikeNothing() {
    assertThat(WordSet.of("").likeness(WordSet.of(""))).isZero();
    assertThat(WordSet.of("valuation").likeness(WordSet.of(""))).isZero();
    assertThat(WordSet.of("").likeness(WordSet.of("valuation"))).isZero();
  }

  @Test
  void withoutACommonLanguageTheSubjectAloneTells() {
    CourseSketch english = sketch("en", "Customs valuation", "How to value goods", "VALUATION");
    CourseSketch french = sketch("fr", "La valeur", "Comment établir la valeur", "VALUATION");
    CourseSketch other = sketch("fr", "Le transit", "Comment apurer un titre", "TRANSIT");

    CourseLikeness same = CourseLikeness.of(english, french);
    assertThat(same.together()).isFalse();
    assertThat(same.score()).isCloseTo(1, within(1e-9));
    assertThat(same.near()).isTrue();
    assertThat(CourseLikeness.of(english, other).near()).isFalse();
  }

  @Test
  void theMostAlikeOfTheCommonLanguagesCounts() {
    CourseSketch one =
        CourseSketch.of(
            List.of("HS"),
            List.of(),
            "basic",
            null,
            List.of(words("en", "Tariff", ""), words("fr", "Classement tarifaire", "")));
    CourseSketch other =
        CourseSketch.of(
            List.of("HS"),
            List.of(),
            "basic",
            null,
            List.of(words("en", "Quite another", ""), words("fr", "Classement tarifaire", "")));

    assertThat(CourseLikeness.of(one, other).title()).isEqualTo(1);
  }

  @Test
  void twoEditionsOfOneInstrumentHalveWhatTheSubjectSays() {
    CourseLikeness apart = CourseLikeness.of(edition("HS 2022"), edition("HS 2028"));

    assertThat(apart.subject()).isCloseTo(0.5, within(1e-9));
    assertThat(CourseLikeness.of(edition("HS 2022"), edition("HS 2022")).subject())
        .isCloseTo(1, within(1e-9));
    assertThat(CourseLikeness.of(edition("HS 2022"), edition(null)).subject())
        .isCloseTo(1, within(1e-9));
    assertThat(CourseLikeness.of(edition(null), edition("HS 2022")).subject())
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void themesCompetenciesAndLevelWeighAsSaid() {
    CourseSketch one = subject(List.of("A", "B"), "x", "basic");

    assertThat(CourseLikeness.of(one, subject(List.of("A"), "x", "basic")).subject())
        .isCloseTo(0.2 + 0.4 + 0.2, within(1e-9));
    assertThat(CourseLikeness.of(one, subject(List.of("A", "B"), "y", "basic")).subject())
        .isCloseTo(0.4 + 0.2, within(1e-9));
    assertThat(CourseLikeness.of(one, subject(List.of("A", "B"), "x", "advanced")).subject())
        .isCloseTo(0.8, within(1e-9));
    assertThat(
            CourseLikeness.of(
                    CourseSketch.of(List.of(), List.of(), "basic", null, List.of()),
                    CourseSketch.of(List.of(), List.of(), "basic", null, List.of()))
                .subject())
        .isCloseTo(0.2, within(1e-9));
  }

  @Test
  void theScoreWeighsTitleTextAndSubject() {
    assertThat(new CourseLikeness(1, 0, 0, true).score()).isCloseTo(0.45, within(1e-9));
    assertThat(new CourseLikeness(0, 1, 0, true).score()).isCloseTo(0.3, within(1e-9));
    assertThat(new CourseLikeness(0, 0, 1, true).score()).isCloseTo(0.25, within(1e-9));
    assertThat(new CourseLikeness(0, 0, 0.9, false).near()).isTrue();
    assertThat(new CourseLikeness(0, 0, 0.89, false).near()).isFalse();
    assertThat(new CourseLikeness(0.5, 0.5, 0.5, true).near()).isTrue();
    assertThat(new CourseLikeness(0.5, 0.5, 0.49, true).near()).isFalse();
  }

  /** The measure by which the bounds were set. */
  @Test
  void noCourseOfTheDemoWorldIsSaidToBeAnotherButTheDraftThatIs() throws IOException {
    Map<String, CourseSketch> all = demo();
    assertThat(all).hasSizeGreaterThan(50);
    List<String> near = new ArrayList<>();
    all.forEach(
        (code, one) ->
            all.forEach(
                (other, two) -> {
                  if (code.compareTo(other) < 0 && CourseLikeness.of(one, two).near()) {
                    near.add(code + " " + other);
                  }
                }));

    assertThat(near).containsExactly("DEMO-VAL-120 DEMO-VAL-121");
  }

  private static Map<String, CourseSketch> demo() throws IOException {
    Map<String, List<CourseWords>> words = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of("content/sample/courses"))) {
      for (Path file : files.sorted().toList()) {
        String[] parts = Files.readString(file).split("(?m)^---\\s*$", 3);
        words
            .computeIfAbsent(head(parts[1], "code"), code -> new ArrayList<>())
            .add(
                new CourseWords(
                    head(parts[1], "language"),
                    head(parts[1], "title"),
                    head(parts[1], "summary"),
                    parts[2]));
      }
    }
    Map<String, CourseSketch> all = new TreeMap<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(Path.of("content/sample/courses.csv"))) {
      rows.forEach(
          row ->
              all.put(
                  row.getField("code"),
                  CourseSketch.of(
                      Stream.concat(
                              Stream.of(row.getField("theme")),
                              Arrays.stream(row.getField("themes").split(" "))
                                  .filter(theme -> !theme.isEmpty()))
                          .toList(),
                      Arrays.stream(row.getField("gives").split(" "))
                          .flatMap(given -> GivenCompetency.of(given).stream())
                          .toList(),
                      row.getField("level"),
                      row.getField("instrument").isEmpty() ? null : row.getField("instrument"),
                      words.get(row.getField("code")))));
    }
    return all;
  }

  private static String head(String matter, String key) {
    return matter
        .lines()
        .filter(line -> line.startsWith(key + ":"))
        .map(line -> line.substring(key.length() + 1).strip().replaceAll("^\"|\"$", ""))
        .findFirst()
        .orElseThrow();
  }

  private static CourseSketch sketch(String language, String title, String body, String theme) {
    return CourseSketch.of(
        List.of(theme),
        List.of(new GivenCompetency(theme.toLowerCase(java.util.Locale.ROOT), 1)),
        "basic",
        null,
        List.of(words(language, title, body)));
  }

  private static CourseSketch edition(String instrument) {
    return CourseSketch.of(
        List.of("HS"),
        List.of(new GivenCompetency("classification", 1)),
        "basic",
        instrument,
        List.of(words("en", "HS", "")));
  }

  private static CourseSketch subject(List<String> themes, String competency, String level) {
    return CourseSketch.of(
        themes, List.of(new GivenCompetency(competency, 1)), level, null, List.of());
  }

  private static CourseWords words(String language, String title, String body) {
    return new CourseWords(language, title, "", body);
  }
}
