package org.portolan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.region.CentreSummary;

class CourseRightsTest {
  private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
  private static final CourseRights CENTRE = of(Role.CENTRE, Scope.centre("DEMO-C"));
  private static final CourseRights ROCB = of(Role.ROCB, Scope.region("WCA"));
  private static final CourseRights NOBODY = new CourseRights((role, scope) -> false);

  @Test
  void eachCatalogueHasItsKeeper() {
    Map<CatalogueKind, CourseRights> keepers =
        Map.of(
            CatalogueKind.GLOBAL, of(Role.SECRETARIAT, Scope.PLATFORM),
            CatalogueKind.REGION, ROCB,
            CatalogueKind.MEMBER, of(Role.COORDINATOR, Scope.member("XS")));
    for (CatalogueKind catalogue : CatalogueKind.values()) {
      Course course = course(catalogue, "XS");
      keepers.forEach(
          (kind, rights) -> assertThat(rights.keeps(course)).isEqualTo(kind == catalogue));
      assertThat(CENTRE.keeps(course)).isFalse();
      assertThat(CENTRE.drafts(course)).isTrue();
      assertThat(NOBODY.drafts(course)).isFalse();
    }
    assertThat(of(Role.ROCB, Scope.region("EUR")).keeps(course(CatalogueKind.REGION, "XS")))
        .isFalse();
  }

  @Test
  void aCentreWithoutAMemberHasNoNationalCatalogue() {
    CourseRights all = new CourseRights((role, scope) -> true);
    assertThat(all.keeps(course(CatalogueKind.MEMBER, null))).isFalse();
    assertThat(all.keeps(course(CatalogueKind.MEMBER, "XS"))).isTrue();
  }

  @Test
  void aDraftIsWithItsCentre() {
    Course draft = course(CatalogueKind.REGION, "XS");
    assertThat(deeds(CENTRE, draft)).containsExactly("see", "describe", "write", "submit", "care");
    assertThat(deeds(ROCB, draft)).containsExactly("care");
  }

  @Test
  void itsCentreHoldsSessionsOfItUntilItIsRetired() {
    Course course = course(CatalogueKind.REGION, "XS");
    assertThat(CENTRE.holdsSessions(course)).isTrue();
    assertThat(ROCB.holdsSessions(course)).isFalse();
    course.submit(7, NOW);
    course.publish(NOW);
    assertThat(CENTRE.holdsSessions(course)).isTrue();
    course.retire(null, NOW);
    assertThat(CENTRE.holdsSessions(course)).isFalse();
  }

  @Test
  void whatIsInReviewWaitsForItsKeeper() {
    Course course = course(CatalogueKind.REGION, "XS");
    course.submit(7, NOW);
    assertThat(deeds(CENTRE, course)).containsExactly("see", "care");
    assertThat(deeds(ROCB, course)).containsExactly("see", "review", "care");
  }

  @Test
  void whatIsPublishedIsDescribedByItsKeeperAndTranslatedByItsCentre() {
    Course course = published();
    assertThat(deeds(CENTRE, course)).containsExactly("see", "write", "retire", "care");
    assertThat(CENTRE.writes(course, "fr")).isTrue();
    assertThat(CENTRE.writes(course, "en")).as("its first language").isFalse();
    assertThat(deeds(ROCB, course)).containsExactly("see", "describe", "write", "retire", "care");
    assertThat(ROCB.writes(course, "en")).isTrue();
    assertThat(deeds(NOBODY, course)).isEmpty();
  }

  @Test
  void whatIsRetiredIsOnlyLookedAt() {
    Course course = published();
    course.retire(null, NOW);
    assertThat(deeds(CENTRE, course)).containsExactly("see", "care");
    assertThat(deeds(ROCB, course)).containsExactly("see", "care");
  }

  private static List<String> deeds(CourseRights rights, Course course) {
    return List.of(
            Map.entry("see", rights.sees(course)),
            Map.entry("describe", rights.describes(course)),
            Map.entry("write", rights.writes(course, null)),
            Map.entry("submit", rights.submits(course)),
            Map.entry("review", rights.reviews(course)),
            Map.entry("retire", rights.retires(course)),
            Map.entry("care", rights.caresFor(course)))
        .stream()
        .filter(Map.Entry::getValue)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static CourseRights of(Role role, Scope scope) {
    return new CourseRights((asked, at) -> asked == role && at.equals(scope));
  }

  private static Course published() {
    Course course = course(CatalogueKind.REGION, "XS");
    course.submit(7, NOW);
    course.publish(NOW);
    return course;
  }

  private static Course course(CatalogueKind catalogue, String member) {
    Course course = new Course("DEMO-1", "en", 7);
    course.describe(
        new CourseDescription(
            "DEMO-C",
            catalogue,
            "RISK",
            Set.of(),
            Level.BASIC,
            Mode.WORKSHOP,
            8,
            List.of(Audience.MANAGER),
            null,
            null,
            List.of(),
            Set.of(),
            Validity.ALWAYS),
        new CentreSummary(
            "DEMO-C", "RTC", "WCA", member, "Town", 1, 2, "Africa/Dakar", "fr", 2001, null, true),
        NOW);
    return course;
  }
}
