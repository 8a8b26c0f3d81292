package org.portolan.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Table;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The floors of the house. This table is the diagram in {@code src/docs/architecture.md}. */
@AnalyzeClasses(packages = "org.portolan", importOptions = ImportOption.DoNotIncludeTests.class)
class FeatureBoundariesTest {
  /** Lowest floor first; a feature uses those below it, never beside or above. */
  private static final List<List<String>> FLOORS =
      List.of(
          List.of("platform"),
          List.of("region"),
          List.of("people"),
          List.of("office"),
          List.of("access"),
          List.of("thesaurus", "notification", "holiday"),
          List.of("competency", "approval"),
          List.of("catalog", "knowledge", "expert", "project", "need"),
          List.of(
              "calendar",
              "seat",
              "eligibility",
              "completion",
              "selection",
              "attachment",
              "reuse",
              "collection"),
          List.of("condition", "interest", "booking", "pack"),
          List.of("enrolment"),
          List.of("learning", "attendance", "roster", "nomination", "template"),
          List.of("credential", "community", "meeting", "programme", "radar"),
          List.of("planning", "evaluation"),
          List.of("home", "finding", "harvest", "reporting", "administration"));

  @ArchTest
  static final ArchRule featuresUseOnlyFloorsBelow =
      classes().should(useOnlyFloorsBelow()).as("features use only floors below their own");

  @ArchTest
  static final ArchRule featuresAreFreeOfCycles =
      slices().matching("org.portolan.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices().matching("org.portolan.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule coresKnowNeitherPagesNorIndex =
      noClasses()
          .that()
          .resideOutsideOfPackages("..web..", "..search..", "org.portolan.platform..")
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "are web or search packages of a feature",
                  type ->
                      type.getPackageName()
                          .matches("org\\.portolan\\.(?!platform).*\\.(web|search)")))
          .as("the core of a feature knows neither its pages nor its index documents");

  @ArchTest
  static final ArchRule pagesHoldNoEntityManager =
      noClasses()
          .that()
          .resideInAPackage("..web..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(EntityManager.class);

  @ArchTest
  static final ArchRule repositoriesArePackagePrivate =
      classes()
          .that()
          .haveSimpleNameEndingWith("Repository")
          .should()
          .bePackagePrivate()
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule onlyThePlatformAsksTheTime =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.portolan.platform.time..", "org.portolan.launcher..")
          .should()
          .callCodeUnitWhere(
              DescribedPredicate.describe(
                  "asks the system for the time",
                  call ->
                      call.getName().equals("now")
                          && call.getTargetOwner().getPackageName().equals("java.time")
                          && call.getTarget().getRawParameterTypes().stream()
                              .noneMatch(type -> type.isEquivalentTo(Clock.class))));

  @ArchTest
  static final ArchRule theLauncherStandsAlone =
      noClasses()
          .that()
          .resideInAPackage("org.portolan.launcher..")
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "are of the application or its libraries",
                  type ->
                      type.getPackageName().startsWith("org.portolan.")
                              && !type.getPackageName().startsWith("org.portolan.launcher")
                          || type.getPackageName().startsWith("org.apache.")
                          || type.getPackageName().startsWith("jakarta.")));

  @ArchTest
  static final ArchRule nobodyUsesTheLauncher =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.portolan.launcher..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.portolan.launcher..");

  /** The provider would ask for upper-case names, which a database on Linux does not find. */
  @ArchTest
  static final ArchRule entitiesNameTheirTables =
      classes().that().areAnnotatedWith(Entity.class).should().beAnnotatedWith(Table.class);

  private static ArchCondition<JavaClass> useOnlyFloorsBelow() {
    return new ArchCondition<>("use only floors below their own") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        String feature = feature(type).orElse(null);
        if (feature == null || feature.equals("launcher")) {
          return;
        }
        int floor = floor(feature);
        if (floor < 0) {
          events.add(SimpleConditionEvent.violated(type, feature + " stands on no floor"));
          return;
        }
        type.getDirectDependenciesFromSelf()
            .forEach(
                dependency -> {
                  String other = feature(dependency.getTargetClass()).orElse(feature);
                  if (!other.equals(feature) && floor(other) >= floor) {
                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                  }
                });
      }
    };
  }

  private static Optional<String> feature(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith("org.portolan.") ? Optional.of(name.split("\\.")[2]) : Optional.empty();
  }

  private static int floor(String feature) {
    for (int i = 0; i < FLOORS.size(); i++) {
      if (FLOORS.get(i).contains(feature)) {
        return i;
      }
    }
    return -1;
  }
}
