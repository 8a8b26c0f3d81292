package org.portolan.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portolan.running.PackagedApplication;
import org.portolan.running.TestDatabase;

/** Nothing outside somebody's scope leaks through a page, a list, a count, a feed or a search. */
class VisibilityIT {
  private static final long SEED = Long.getLong("portolan.seed", System.nanoTime());

  /** Where each planted leak is: nothing else is asked, so that all are found by any seed. */
  private static final Map<Integer, String> WHERE =
      Map.of(
          1, "/desk/decisions",
          2, "/desk/mandates",
          3, "/knowledge/",
          4, "/desk/centre",
          5, "/applications/",
          6, "/desk/persons",
          7, "/desk/exchange/export",
          8, "/desk/exchange/",
          9, "/desk/people/invitations");

  private static final List<PlantedWar.Mistake> MISTAKES = mistakes();

  private static PlantedWar planted;
  private static PackagedApplication leaky;
  private static Peeping peeping;

  @BeforeAll
  static void start() throws Exception {
    Path folder = Path.of(System.getProperty("portolan.it.directory"), "leaking");
    TestDatabase.empty(folder);
    planted = PlantedWar.build(folder, MISTAKES);
    TestDatabase database = TestDatabase.create("leaking");
    leaky = planted.start(database);
    peeping = new Peeping(leaky, database.dataSource(), SEED);
  }

  @AfterAll
  static void stop() {
    if (leaky != null) {
      leaky.close();
    }
  }

  /** In a drill as it is packaged; else with mistakes in it of which none is switched on. */
  @Test
  void nobodySeesWhatIsNotForThem() throws Exception {
    int questions = TwoNodes.count(1000, 10_000);
    List<String> leaks;
    if (TwoNodes.count(false, true)) {
      TestDatabase database = TestDatabase.create("visibility");
      try (PackagedApplication application =
          PackagedApplication.start("visibility-node", database.settings())) {
        leaks = new Peeping(application, database.dataSource(), SEED).ask(questions, SEED);
      }
    } else {
      leaks = peeping.ask(questions, SEED);
    }
    System.out.println(
        "Visibility: " + questions + " pairs, seed " + SEED + ", " + leaks.size() + " leaks");
    assertThat(leaks).isEmpty();
  }

  @Test
  void leaksThatWerePlantedAreFound() throws Exception {
    for (PlantedWar.Mistake mistake : MISTAKES) {
      planted.on(mistake);
      String where = WHERE.get(mistake.number());
      assertThat(peeping.finds(6000, SEED + mistake.number(), path -> path.startsWith(where)))
          .as("%s, seed %d", mistake.what(), SEED)
          .isTrue();
      planted.off(mistake);
    }
    System.out.println("Visibility: " + MISTAKES.size() + " planted leaks found, seed " + SEED);
  }

  private static List<PlantedWar.Mistake> mistakes() {
    return List.of(
        new PlantedWar.Mistake(
            1,
            "what waits anywhere is listed",
            "enrolment/WaitingRows.java",
            "if (me.isAdministrator()) {",
            "if (PLANTED || me.isAdministrator()) {"),
        new PlantedWar.Mistake(
            2,
            "mandates of every body are listed and counted",
            "office/OfficePermissions.java",
            "me.isAdministrator() || me.holds(Role.SECRETARIAT, Scope.PLATFORM)",
            "PLANTED || me.isAdministrator() || me.holds(Role.SECRETARIAT, Scope.PLATFORM)"),
        new PlantedWar.Mistake(
            3,
            "drafts of practices can be read",
            "knowledge/KnowledgePermissions.java",
            "practice.published() && practice.isFor(belonging.mine())",
            "PLANTED || practice.published() && practice.isFor(belonging.mine())"),
        new PlantedWar.Mistake(
            4,
            "the desk of a centre lists drafts of every centre",
            "calendar/CalendarService.java",
            "return person.scopes(Role.CENTRE, Scope.Kind.CENTRE);",
            "return PLANTED ? directory.trainingCentres().stream().map(CentreSummary::code)"
                + ".collect(java.util.stream.Collectors.toSet())"
                + " : person.scopes(Role.CENTRE, Scope.Kind.CENTRE);"),
        new PlantedWar.Mistake(
            5,
            "an application is shown to everybody",
            "enrolment/DecidingRights.java",
            "return own(one)",
            "return PLANTED || own(one)"),
        new PlantedWar.Mistake(
            6,
            "whoever finds somebody finds everybody",
            "people/PersonFinding.java",
            "permissions.findable().orElse(null),",
            "PLANTED ? null : permissions.findable().orElse(null),"),
        new PlantedWar.Mistake(
            7,
            "people of every place are exported",
            "platform/exchange/Exchange.java",
            "if (!sheet(kind).extents().contains(extent)) {",
            "if (!PLANTED && !sheet(kind).extents().contains(extent)) {"),
        new PlantedWar.Mistake(
            8,
            "imports of others can be read",
            "platform/exchange/Exchange.java",
            ".filter(found -> found.personId() == me.id() || me.isAdministrator())",
            ".filter(found -> PLANTED || found.personId() == me.id() || me.isAdministrator())"),
        new PlantedWar.Mistake(
            9,
            "invitations of every Member are listed",
            "people/PeoplePermissions.java",
            "return me.isAdministrator()\n        ? directory",
            "return PLANTED || me.isAdministrator()\n        ? directory"));
  }
}
