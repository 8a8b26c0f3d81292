package org.portolan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WishesTest {
  private final Wishes officer =
      new Wishes("fr", Set.of("en"), Map.of("valuation", 2), "WCA", "XS", Experience.UNKNOWN);

  @Test
  void whatNobodyOfTheirsCanReadDoesNotSuit() {
    assertThat(officer.fit(course("A", "ru", CatalogueKind.GLOBAL, "valuation:2"))).isEmpty();
    assertThat(officer.fit(course("A", "fr", CatalogueKind.GLOBAL, "valuation:2"))).isPresent();
    assertThat(officer.fit(course("A", "en", CatalogueKind.GLOBAL, "valuation:2")))
        .map(FittingCourse::reasons)
        .contains(
            List.of(
                new FittingReason("need", "valuation", 2, 2),
                new FittingReason("language", "en", 0, 0)));
  }

  @Test
  void theirJobAsksForSomethingThatItGives() {
    assertThat(officer.fit(course("A", "fr", CatalogueKind.GLOBAL, "origin:2"))).isEmpty();
    Wishes jobless = new Wishes("fr", Set.of(), Map.of(), "WCA", "XS", Experience.UNKNOWN);
    assertThat(jobless.fit(course("A", "fr", CatalogueKind.GLOBAL, "origin:2"))).isPresent();
  }

  @Test
  void theNationalCatalogueOfOthersIsForThem() {
    ShelvedCourse national = course("A", "fr", CatalogueKind.MEMBER, "valuation:2");

    assertThat(officer.fit(national))
        .map(FittingCourse::reasons)
        .hasValueSatisfying(
            reasons -> assertThat(reasons).contains(FittingReason.catalogue(CatalogueKind.MEMBER)));
    assertThat(
            new Wishes("fr", Set.of(), Map.of("valuation", 2), "WCA", "XE", Experience.UNKNOWN)
                .fit(national))
        .isEmpty();
    assertThat(
            new Wishes("fr", Set.of(), Map.of("valuation", 2), null, null, Experience.UNKNOWN)
                .fit(national))
        .isEmpty();
  }

  @Test
  void theCatalogueOfTheirRegionIsAReasonThatOfAnotherIsNone() {
    ShelvedCourse regional = course("A", "fr", CatalogueKind.REGION, "valuation:2");

    assertThat(officer.fit(regional).orElseThrow().reasons())
        .contains(FittingReason.catalogue(CatalogueKind.REGION));
    assertThat(
            new Wishes("fr", Set.of(), Map.of("valuation", 2), "EUR", "XN", Experience.UNKNOWN)
                .fit(regional)
                .orElseThrow()
                .reasons())
        .noneMatch(reason -> reason.kind().equals("catalogue"));
  }

  @Test
  void aCourseThatBeginsWhereTheyStandComesBeforeOneThatExpectsMore() {
    Experience some = new Experience(Map.of("valuation", 1), Set.of(), null);
    Wishes grown = new Wishes("fr", Set.of(), Map.of("valuation", 3), "WCA", "XS", some);
    ShelvedCourse next = level("intermediate", "valuation:3");
    ShelvedCourse steep = level("specialist", "valuation:3");
    assertThat(grown.fit(next).orElseThrow().reasons()).contains(FittingReason.level(true));
    assertThat(grown.fit(steep).orElseThrow().reasons()).contains(FittingReason.level(false));
    int plain = grown.fit(level("basic", "valuation:3")).orElseThrow().weight();
    assertThat(grown.fit(next).orElseThrow().weight()).isEqualTo(plain + 3);
    assertThat(grown.fit(steep).orElseThrow().weight()).isEqualTo(plain - 3);
    // of whom nothing was ever confirmed nothing is known
    assertThat(officer.fit(steep).orElseThrow().reasons())
        .noneMatch(reason -> reason.kind().equals("level"));
  }

  @Test
  void whatWeighsMoreComesFirst() {
    ShelvedCourse whole = course("D", "fr", CatalogueKind.REGION, "valuation:3");
    ShelvedCourse part = course("C", "fr", CatalogueKind.REGION, "valuation:1");
    ShelvedCourse global = course("B", "fr", CatalogueKind.GLOBAL, "valuation:1");
    ShelvedCourse english = course("A", "en", CatalogueKind.GLOBAL, "valuation:1");

    assertThat(officer.among(List.of(english, global, part, whole), 9))
        .extracting(fit -> fit.course().facts().code(), FittingCourse::weight)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("D", 10 * 2 + 5 + 2 + 3),
            org.assertj.core.groups.Tuple.tuple("C", 10 + 2 + 3),
            org.assertj.core.groups.Tuple.tuple("B", 10 + 2 + 1),
            org.assertj.core.groups.Tuple.tuple("A", 10 + 1));
    assertThat(officer.among(List.of(english, global), 1)).hasSize(1);
  }

  @Test
  void aNeedThatIsMetWeighsMoreThanOneThatIsMetInPart() {
    ShelvedCourse just = course("A", "fr", CatalogueKind.GLOBAL, "valuation:2");
    ShelvedCourse national = course("B", "fr", CatalogueKind.MEMBER, "valuation:2");
    assertThat(officer.fit(just).orElseThrow().weight()).isEqualTo(10 * 2 + 5 + 2 + 1);
    assertThat(officer.fit(national).orElseThrow().weight()).isEqualTo(10 * 2 + 5 + 2 + 3);
  }

  @Test
  void coursesThatWeighTheSameComeByCode() {
    assertThat(
            officer.among(
                List.of(
                    course("B", "fr", CatalogueKind.GLOBAL, "valuation:1"),
                    course("A", "fr", CatalogueKind.GLOBAL, "valuation:1")),
                9))
        .extracting(fit -> fit.course().facts().code())
        .containsExactly("A", "B");
  }

  private static Wishes with(Experience experience) {
    return new Wishes("fr", Set.of(), Map.of("valuation", 2), "WCA", "XS", experience);
  }

  @Test
  void whatIsBehindThemDoesNotSuit() {
    ShelvedCourse course = course("A", "fr", CatalogueKind.GLOBAL, "valuation:2");
    assertThat(with(new Experience(Map.of(), Set.of("B"), null)).fit(course)).isPresent();
    assertThat(with(new Experience(Map.of(), Set.of("A"), null)).fit(course)).isEmpty();
  }

  @Test
  void itHasToLeadFurtherThanTheyAre() {
    ShelvedCourse one = course("A", "fr", CatalogueKind.GLOBAL, "valuation:1");
    ShelvedCourse two = course("B", "fr", CatalogueKind.GLOBAL, "valuation:2");
    Wishes knowing = with(new Experience(Map.of("valuation", 1), Set.of(), null));
    assertThat(knowing.fit(one)).isEmpty();
    assertThat(knowing.fit(two)).isPresent();
  }

  @Test
  void whoServesForYearsIsNoRecruit() {
    ShelvedCourse recruits = course(List.of(Audience.RECRUIT));
    ShelvedCourse all = course(List.of(Audience.RECRUIT, Audience.OPERATIONAL));
    Wishes fresh = with(new Experience(Map.of(), Set.of(), 1));
    Wishes seasoned = with(new Experience(Map.of(), Set.of(), 2));
    assertThat(with(Experience.UNKNOWN).fit(recruits)).isPresent();
    assertThat(seasoned.fit(recruits)).isEmpty();
    assertThat(seasoned.fit(all).orElseThrow().reasons())
        .noneMatch(reason -> reason.kind().equals("audience"));
    assertThat(fresh.fit(recruits).orElseThrow().reasons())
        .contains(FittingReason.audience(Audience.RECRUIT));
    assertThat(fresh.fit(all).orElseThrow().weight())
        .isEqualTo(seasoned.fit(all).orElseThrow().weight() + 3);
    assertThat(fresh.fit(course(List.of(Audience.OPERATIONAL))).orElseThrow().reasons())
        .noneMatch(reason -> reason.kind().equals("audience"));
  }

  @Test
  void whatIsForTradersAloneIsNotForOfficers() {
    assertThat(officer.fit(course(List.of(Audience.TRADER)))).isEmpty();
    assertThat(officer.fit(course(List.of(Audience.OPERATIONAL, Audience.TRADER)))).isPresent();
  }

  private static ShelvedCourse course(List<Audience> audiences) {
    ShelvedCourse course = course("A", "fr", CatalogueKind.GLOBAL, "valuation:2");
    return new ShelvedCourse(
        course.facts(),
        course.catalogue(),
        course.memberCode(),
        course.themes(),
        audiences,
        null,
        course.gives(),
        course.words(),
        null);
  }

  private static ShelvedCourse level(String level, String gives) {
    ShelvedCourse course = course("A", "fr", CatalogueKind.GLOBAL, gives);
    return new ShelvedCourse(
        new CourseFacts(
            1, "A", "C", "WCA", "HS", level, "workshop", 5, "manager", null, Validity.ALWAYS),
        course.catalogue(),
        null,
        course.themes(),
        course.audiences(),
        null,
        course.gives(),
        course.words(),
        null);
  }

  private static ShelvedCourse course(
      String code, String language, CatalogueKind catalogue, String gives) {
    return new ShelvedCourse(
        new CourseFacts(
            1, code, "C", "WCA", "HS", "basic", "workshop", 5, "manager", null, Validity.ALWAYS),
        catalogue,
        "XS",
        List.of("HS"),
        List.of(Audience.MANAGER),
        null,
        List.of(GivenCompetency.of(gives).orElseThrow()),
        List.of(new CourseWords(language, "Title", "", null)),
        null);
  }
}
