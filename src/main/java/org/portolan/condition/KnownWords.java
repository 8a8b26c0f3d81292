package org.portolan.condition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.catalog.Catalog;
import org.portolan.catalog.CourseLinks;
import org.portolan.catalog.CourseTitle;
import org.portolan.competency.Competencies;
import org.portolan.competency.CompetencySummary;
import org.portolan.eligibility.Condition;
import org.portolan.eligibility.Vocabulary;
import org.portolan.people.ProfileEdit;
import org.portolan.platform.i18n.Language;
import org.portolan.region.Directory;
import org.portolan.region.MemberSummary;

/** What conditions may speak of, as it is now. */
@ApplicationScoped
class KnownWords {
  @Inject private Competencies competencies;
  @Inject private Catalog catalog;
  @Inject private CourseLinks links;
  @Inject private Directory directory;

  @Transactional
  Vocabulary now() {
    Set<String> courses =
        catalog.all(Language.EN).stream().map(CourseTitle::code).collect(Collectors.toSet());
    Set<String> known =
        competencies.all().stream().map(CompetencySummary::code).collect(Collectors.toSet());
    Map<String, Set<String>> required = links.requiredBefore();
    return new Vocabulary() {
      @Override
      public boolean knows(Condition.Kind kind, String code) {
        return switch (kind) {
          case COMPETENCY -> known.contains(code);
          case COURSE -> courses.contains(code);
          case SPEAKS ->
              Language.of(code).isPresent() || ProfileEdit.OTHER_LANGUAGES.contains(code);
          case JOB -> competencies.profile(code).isPresent();
          case MEMBER -> directory.findMember(code).isPresent();
          case REGION -> directory.findRegion(code).isPresent();
          case IN_POST, NO_OVERLAP, PER_YEAR -> false;
        };
      }

      @Override
      public Optional<String> regionOf(String member) {
        return directory.findMember(member).map(MemberSummary::regionCode);
      }

      @Override
      public Set<String> requiredBefore(String course) {
        return required.getOrDefault(course, Set.of());
      }
    };
  }
}
