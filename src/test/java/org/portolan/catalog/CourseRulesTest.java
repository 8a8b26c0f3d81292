package org.portolan.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CourseRulesTest {
  private final CourseRules rules =
      new CourseRules(
          Set.of("DEMO-C"),
          Set.of("HS", "PCA", "T1", "T2", "T3", "T4", "T5", "T6", "T7"),
          Set.of("classification", "valuation"),
          Set.of("DEMO-DONOR"),
          Map.of("DEMO-A", 1L, "DEMO-B", 2L),
          new Prerequisites(Map.of(2L, Set.of(1L))));

  @Test
  void aCourseThatSaysAllMayBeKept() {
    assertThat(rules.problems(new Typed().edit(), null)).isEmpty();
  }

  @Test
  void whatWasTypedIsTakenOver() {
    CourseDescription description =
        rules.description(
            new Typed()
                .with("themes", "PCA", "HS")
                .with("audience", "trader", "recruit")
                .with("requires", "DEMO-A, DEMO-B")
                .with("gives", "classification:2")
                .edit());

    assertThat(description.theme()).isEqualTo("HS");
    assertThat(description.furtherThemes()).containsExactly("PCA");
    assertThat(description.audiences()).containsExactly(Audience.RECRUIT, Audience.TRADER);
    assertThat(description.required()).containsExactlyInAnyOrder(1L, 2L);
    assertThat(description.gives()).containsExactly(new GivenCompetency("classification", 2));
    assertThat(description.hours()).isEqualTo(8);
    assertThat(description.instrument()).isNull();
    assertThat(description.sponsor()).isNull();
    assertThat(description.catalogue()).isEqualTo(CatalogueKind.REGION);
    assertThat(description.level()).isEqualTo(Level.BASIC);
    assertThat(description.mode()).isEqualTo(Mode.WORKSHOP);
  }

  @Test
  void sponsorAndInstrumentAreKeptWhereTheyAreGiven() {
    CourseEdit edit =
        new Typed().with("sponsor", "DEMO-DONOR").with("instrument", "HS 2028").edit();

    assertThat(rules.problems(edit, null)).isEmpty();
    assertThat(rules.description(edit).sponsor()).isEqualTo("DEMO-DONOR");
    assertThat(rules.description(edit).instrument()).isEqualTo("HS 2028");
  }

  @Test
  void everyWrongFieldIsNamedInTheOrderOfTheForm() {
    CourseEdit wrong =
        new CourseEdit(
            "a",
            "X",
            "x",
            "x",
            List.of("x"),
            "x",
            "x",
            "x",
            List.of("x"),
            "x".repeat(61),
            "x",
            "x",
            List.of("x:1"),
            "2027-02-30",
            "x");

    assertThat(rules.problems(wrong, null).keySet())
        .containsExactly(
            "code",
            "centre",
            "catalogue",
            "theme",
            "themes",
            "level",
            "mode",
            "hours",
            "audience",
            "instrument",
            "sponsor",
            "gives",
            "requires",
            "validFrom",
            "validUntil");
  }

  @Test
  void theDaysOfACourseAreOpenAtEachEndOrInOrder() {
    assertThat(days("", "")).isEqualTo(Validity.ALWAYS);
    assertThat(days("2028-01-01", "")).isEqualTo(new Validity(LocalDate.of(2028, 1, 1), null));
    assertThat(days("", "2027-12-31")).isEqualTo(new Validity(null, LocalDate.of(2027, 12, 31)));
    assertThat(days("2028-01-01", "2028-01-01").until()).isEqualTo(LocalDate.of(2028, 1, 1));
    Typed turned = new Typed().with("validFrom", "2028-01-02").with("validUntil", "2028-01-01");
    assertThat(rules.problems(turned.edit(), null))
        .containsExactly(entry("validUntil", new CourseProblem("valid.order")));
  }

  @Test
  void aDayThatIsNoneIsSaidBesideItsField() {
    for (String typed :
        List.of("31.12.2027", "2027-02-30", "1999-12-31", "2100-01-01", "+2027-01-01", "soon")) {
      assertThat(problem("validFrom", typed)).as(typed).isEqualTo(new CourseProblem("day.wrong"));
      assertThat(problem("validUntil", typed)).as(typed).isEqualTo(new CourseProblem("day.wrong"));
    }
    assertThat(problem("validFrom", "2000-01-01")).isNull();
    assertThat(problem("validUntil", "2099-12-31")).isNull();
  }

  private Validity days(String from, String until) {
    CourseEdit edit = new Typed().with("validFrom", from).with("validUntil", until).edit();
    assertThat(rules.problems(edit, null)).isEmpty();
    return rules.description(edit).validity();
  }

  @Test
  void aCodeIsAskedForOnlyOfANewCourse() {
    CourseEdit edit = new Typed().with("code", "x").edit();

    assertThat(rules.problems(edit, null)).containsOnlyKeys("code");
    assertThat(rules.problems(edit, 7L)).isEmpty();
    assertThat(problem("code", "AB")).isNotNull();
    assertThat(problem("code", "A".repeat(41))).isNotNull();
    assertThat(problem("code", "-AB")).isNotNull();
    assertThat(problem("code", "ABC")).isNull();
    assertThat(problem("code", "A".repeat(40))).isNull();
  }

  @Test
  void hoursAreAWholeNumberThatSomebodyCouldGive() {
    for (String wrong : List.of("", "0", "-1", "2.5", "2001", "99999", "x")) {
      assertThat(problem("hours", wrong))
          .as(wrong)
          .isEqualTo(new CourseProblem("hours.wrong", "2000"));
    }
    assertThat(problem("hours", "1")).isNull();
    assertThat(problem("hours", "2000")).isNull();
  }

  @Test
  void somebodyMustBeMeant() {
    assertThat(problem("audience")).isEqualTo(new CourseProblem("audience.missing"));
    assertThat(problem("audience", "trader", "kings")).isNotNull();
  }

  @Test
  void anInstrumentIsShort() {
    assertThat(problem("instrument", "x".repeat(60))).isNull();
    assertThat(problem("instrument", "x".repeat(61))).isEqualTo(new CourseProblem("long", "60"));
  }

  @Test
  void thereAreNotTooManyThemes() {
    assertThat(problem("themes", "T1", "T2", "T3", "T4", "T5", "T6")).isNull();
    assertThat(problem("themes", "T1", "T2", "T3", "T4", "T5", "T6", "T7"))
        .isEqualTo(new CourseProblem("themes.many", "6"));
    assertThat(problem("themes", "NONE")).isEqualTo(new CourseProblem("theme.missing"));
  }

  @Test
  void aCompetencyIsKnownHasALevelAndStandsOnce() {
    assertThat(problem("gives", "classification:1", "valuation:4")).isNull();
    for (String wrong :
        List.of(
            "classification",
            "classification:",
            "classification:0",
            "classification:5",
            "sailing:1",
            ":2")) {
      assertThat(problem("gives", wrong)).as(wrong).isEqualTo(new CourseProblem("gives.wrong"));
    }
    assertThat(problem("gives", "valuation:1", "valuation:2"))
        .isEqualTo(new CourseProblem("gives.twice"));
  }

  @Test
  void thereAreNotTooManyCompetencies() {
    List<String> names = IntStream.range(0, 13).mapToObj(i -> "c" + i).toList();
    CourseRules many =
        new CourseRules(
            Set.of("DEMO-C"),
            Set.of("HS"),
            Set.copyOf(names),
            Set.of(),
            Map.of(),
            new Prerequisites(Map.of()));

    String[] given = names.stream().map(name -> name + ":1").toArray(String[]::new);
    assertThat(many.problems(new Typed().with("gives", given).edit(), null).get("gives"))
        .isEqualTo(new CourseProblem("gives.many", "12"));
    assertThat(
            many.problems(
                new Typed().with("gives", java.util.Arrays.copyOf(given, 12)).edit(), null))
        .isEmpty();
  }

  @Test
  void whatIsAskedForBeforeIsPublished() {
    assertThat(problem("requires", "DEMO-A DEMO-X;DEMO-Y"))
        .isEqualTo(new CourseProblem("requires.unknown", "DEMO-X, DEMO-Y"));
    assertThat(problem("requires", String.join(" ", Collections.nCopies(10, "DEMO-A")))).isNull();
    assertThat(problem("requires", String.join(" ", Collections.nCopies(11, "DEMO-A"))))
        .isEqualTo(new CourseProblem("requires.many", "10"));
  }

  @Test
  void aCircleIsNamedByItsCodes() {
    CourseEdit edit = new Typed().with("code", "DEMO-A").with("requires", "DEMO-B").edit();

    assertThat(rules.problems(edit, 1L).get("requires"))
        .isEqualTo(new CourseProblem("requires.circle", "DEMO-A → DEMO-B → DEMO-A"));
    assertThat(rules.problems(edit, 9L)).isEmpty();
  }

  @Test
  void aDraftOfATextNeedsATitleAndALanguage() {
    assertThat(CourseRules.problems(new TextEdit("fr", "T", "", ""), false)).isEmpty();
    assertThat(CourseRules.problems(new TextEdit("xx", "", "", ""), false))
        .containsOnlyKeys("language", "title");
  }

  @Test
  void aTitleIsOneLineAndTurnsNothing() {
    TextEdit text = new TextEdit("en", "Seals\u2028at  \u202Eport", "One\u2029two", "Body");

    assertThat(text.title()).isEqualTo("Seals at port");
    assertThat(text.summary()).isEqualTo("One two");
    assertThat(CourseRules.problems(new TextEdit("fr", "\u202E", "", ""), false))
        .containsOnlyKeys("title");
  }

  @Test
  void whatEverybodyReadsIsComplete() {
    assertThat(CourseRules.problems(new TextEdit("fr", "T", "", ""), true))
        .containsEntry("summary", new CourseProblem("summary.missing"))
        .containsEntry("body", new CourseProblem("body.missing"))
        .hasSize(2);
    assertThat(CourseRules.problems(new TextEdit("fr", "T", "S", "B"), true)).isEmpty();
  }

  @Test
  void tooLongIsSaidAndNotCut() {
    TextEdit longest = new TextEdit("fr", "t".repeat(200), "s".repeat(400), "b".repeat(100_000));
    TextEdit longer = new TextEdit("fr", "t".repeat(201), "s".repeat(401), "b".repeat(100_001));

    assertThat(CourseRules.problems(longest, true)).isEmpty();
    assertThat(CourseRules.problems(longer, false))
        .containsEntry("title", new CourseProblem("long", "200"))
        .containsEntry("summary", new CourseProblem("long", "400"))
        .containsEntry("body", new CourseProblem("long", "100000"));
  }

  @Test
  void aReasonIsGivenAndNotTooLong() {
    assertThat(CourseRules.reason("")).contains(new CourseProblem("reason.missing"));
    assertThat(CourseRules.reason("r".repeat(1000))).isEmpty();
    assertThat(CourseRules.reason("r".repeat(1001))).contains(new CourseProblem("long", "1000"));
  }

  @Test
  void whatIsMissingIsNamed() {
    TextEdit whole = new TextEdit("en", "T", "S", "B");

    assertThat(CourseRules.missing(List.of(whole), "en", true)).isEmpty();
    assertThat(CourseRules.missing(List.of(whole), "en", false)).containsExactly("gives");
    assertThat(CourseRules.missing(List.of(whole), "fr", true)).containsExactly("summary", "body");
    assertThat(CourseRules.missing(List.of(new TextEdit("en", "T", "", "B")), "en", true))
        .containsExactly("summary");
    assertThat(CourseRules.missing(List.of(new TextEdit("en", "T", "S", "")), "en", true))
        .containsExactly("body");
    assertThat(CourseRules.missing(List.of(whole, new TextEdit("fr", "T", "", "B")), "en", true))
        .containsExactly("translation");
    assertThat(CourseRules.missing(List.of(whole, new TextEdit("fr", "T", "S", "")), "en", true))
        .containsExactly("translation");
  }

  private CourseProblem problem(String field, String... typed) {
    return rules.problems(new Typed().with(field, typed).edit(), null).get(field);
  }

  /** What somebody typed, all right but for what a test says. */
  private static final class Typed {
    private final Map<String, List<String>> values =
        new java.util.HashMap<>(
            Map.of(
                "code", List.of("DEMO-NEW"),
                "centre", List.of("DEMO-C"),
                "catalogue", List.of("region"),
                "theme", List.of("HS"),
                "level", List.of("basic"),
                "mode", List.of("workshop"),
                "hours", List.of("8"),
                "audience", List.of("operational")));

    Typed with(String field, String... typed) {
      values.put(field, List.of(typed));
      return this;
    }

    CourseEdit edit() {
      return new CourseEdit(
          one("code"),
          one("centre"),
          one("catalogue"),
          one("theme"),
          all("themes"),
          one("level"),
          one("mode"),
          one("hours"),
          all("audience"),
          one("instrument"),
          one("sponsor"),
          one("requires"),
          all("gives"),
          one("validFrom"),
          one("validUntil"));
    }

    private String one(String field) {
      return all(field).stream().findFirst().orElse(null);
    }

    private List<String> all(String field) {
      return values.getOrDefault(field, List.of());
    }
  }
}
