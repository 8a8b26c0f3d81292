package org.portolan.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portolan.running.PackagedApplication;
import org.portolan.running.TestDatabase;

/** Mistakes that could slip into the code one day: the matrix of access sees each of them. */
class PlantedAccessIT {
  private static final String SEE_DECISIONS = "see what waits there";
  private static final String APPROVE = "approve";
  private static final String CHANGE_SESSION = "change a session";
  private static final String END_MANDATE = "end a mandate";

  private static TestDatabase database;
  private static PlantedWar planted;
  private static PackagedApplication application;

  /** A mistake, and the lines of the table that are to show it. */
  record Case(PlantedWar.Mistake mistake, Set<String> lines) {
    boolean shows(AccessTable.Action action) {
      return lines.contains(action.name());
    }

    @Override
    public String toString() {
      return mistake.number() + " " + mistake.what();
    }
  }

  private static Case at(
      int number, String what, String in, String right, String wrong, String... lines) {
    return new Case(new PlantedWar.Mistake(number, what, in, right, wrong), Set.of(lines));
  }

  static List<Case> mistakes() {
    String current = "platform/security/CurrentPerson.java";
    String rights = "office/Rights.java";
    String enrolment = "enrolment/EnrolmentService.java";
    String deciders = "enrolment/DecidingRights.java";
    String account = "access/AccountService.java";
    return List.of(
        at(
            1,
            "a role counts for every body",
            current,
            "(person.grants().contains(new Grant(role, scope)) || isAdministrator())",
            "(person.grants().contains(new Grant(role, scope)) || isAdministrator()"
                + " || PLANTED && holdsAny(role.code()))",
            APPROVE,
            CHANGE_SESSION),
        at(
            2,
            "who may only look may act",
            "platform/security/Grant.java",
            "public record Grant(Role role, Scope scope, boolean readOnly) {",
            "public record Grant(Role role, Scope scope, boolean readOnly) {\n"
                + "  public Grant { readOnly = readOnly && !PLANTED; }\n",
            APPROVE),
        at(
            3,
            "the secretariat passes for an administrator",
            current,
            "person.grants().contains(new Grant(Role.ADMIN, Scope.PLATFORM))",
            "(person.grants().contains(new Grant(Role.ADMIN, Scope.PLATFORM))"
                + " || PLANTED && person.grants().contains(new Grant(Role.SECRETARIAT, Scope.PLATFORM)))",
            APPROVE,
            "see the outbox"),
        at(
            4,
            "a mandate counts before it begins",
            rights,
            "connection.prepareStatement(HELD)",
            "connection.prepareStatement(PLANTED ? HELD.replace(\"m.starts_at <= ?\","
                + " \"(m.starts_at <= ? OR 1 = 1)\") : HELD)",
            APPROVE,
            CHANGE_SESSION),
        at(
            5,
            "a mandate counts when it is over",
            rights,
            "try (PreparedStatement select = connection.prepareStatement(org",
            "try (PreparedStatement select = connection.prepareStatement(PLANTED ? HELD.replace("
                + "\"(m.ends_at IS NULL\", \"(1 = 1 OR m.ends_at IS NULL\")"
                + ".replace(\"CASE WHEN m.ends_at <= ? THEN 1 ELSE 0 END\","
                + " \"CASE WHEN m.ends_at <= ? THEN 0 ELSE 0 END\") : org",
            APPROVE),
        at(
            6,
            "a deputy of somebody whose mandate is over still stands in",
            rights,
            "try (PreparedStatement select = connection.prepareStatement(org",
            "try (PreparedStatement select = connection.prepareStatement(PLANTED ? HELD.replace("
                + "\"p.ends_at > ?\", \"(p.ends_at > ? OR 1 = 1)\") : org",
            APPROVE),
        at(
            7,
            "whoever approves instead does so for every region",
            rights,
            "connection.prepareStatement(WITHOUT_COORDINATOR)",
            "connection.prepareStatement(PLANTED ? WITHOUT_COORDINATOR.replace("
                + "\"s.region_code = ?\", \"(s.region_code = ? OR 1 = 1)\") : WITHOUT_COORDINATOR)",
            APPROVE),
        at(
            8,
            "whoever approves instead does so where there is a coordinator too",
            rights,
            "rights.add(fallback(approver, member));",
            "rights.add(fallback(approver, member)); }\n      if (PLANTED) {\n"
                + "        rights.add(fallback(approver, \"XN\"));"
                + " rights.add(fallback(approver, \"SL\"));",
            APPROVE),
        at(
            9,
            "who may read an application may decide on it",
            deciders,
            "&& offices.holds(Role.COORDINATOR, Scope.member(one.memberCode()))",
            "&& (PLANTED ? offices.mayRead(Role.COORDINATOR, Scope.member(one.memberCode()))"
                + " : offices.holds(Role.COORDINATOR, Scope.member(one.memberCode())))",
            APPROVE),
        at(
            10,
            "everybody reads every application",
            deciders,
            "return own(one)",
            "return PLANTED || own(one)",
            "see the application of another"),
        at(
            11,
            "everybody withdraws every application",
            enrolment,
            "if (application.personId() != me.id()) {",
            "if (application.personId() != me.id() && !PLANTED) {",
            "withdraw the application of another"),
        at(
            12,
            "the desk of decisions shows what waits anywhere",
            "enrolment/WaitingRows.java",
            "if (me.isAdministrator()) {",
            "if (PLANTED || me.isAdministrator()) {",
            SEE_DECISIONS),
        at(
            13,
            "sessions take place after all without being of the centre",
            "calendar/SessionWorkflow.java",
            "    person.requireRole(Role.CENTRE, Scope.centre(session.centreCode()));",
            "    if (!PLANTED) {\n"
                + "      person.requireRole(Role.CENTRE, Scope.centre(session.centreCode()));\n"
                + "    }",
            "restore a session"),
        at(
            14,
            "an editor writes for every region",
            "knowledge/KnowledgePermissions.java",
            "return me.holds(Role.EDITOR, Scope.region(region))",
            "return PLANTED && me.holdsAny(\"editor\")"
                + " || me.holds(Role.EDITOR, Scope.region(region))",
            "change a practice",
            "draft a practice"),
        at(
            15,
            "a regional officer appoints in every region",
            "office/OfficePermissions.java",
            "own.kind() == Scope.Kind.REGION && own.code().equals(region)",
            "own.kind() == Scope.Kind.REGION && (PLANTED || own.code().equals(region))",
            "appoint centre_staff"),
        at(
            16,
            "the staff of a centre appoint staff",
            "office/Office.java",
            "case CENTRE_STAFF -> EnumSet.of(CENTRE_DIRECTOR, ROCB_DIRECTOR, ROCB_OFFICER,"
                + " SECRETARIAT);",
            "case CENTRE_STAFF -> PLANTED ? EnumSet.of(CENTRE_STAFF, CENTRE_DIRECTOR,"
                + " ROCB_DIRECTOR, ROCB_OFFICER, SECRETARIAT) : EnumSet.of(CENTRE_DIRECTOR,"
                + " ROCB_DIRECTOR, ROCB_OFFICER, SECRETARIAT);",
            "appoint centre_staff"),
        at(
            17,
            "every mandate can be seen",
            "office/OfficePermissions.java",
            "mandate.personId() == me.id() || sight().covers(mandate.scope())",
            "PLANTED || mandate.personId() == me.id() || sight().covers(mandate.scope())",
            "see a mandate"),
        at(
            18,
            "whoever sees a mandate may end it",
            "office/OfficePermissions.java",
            "    if (!mayChange(mandate)) {\n      throw new NotAllowed();",
            "    if (!mayChange(mandate) && !PLANTED) {\n      throw new NotAllowed();",
            END_MANDATE),
        at(
            19,
            "tokens of others are revoked",
            account,
            "each.personId() == me.id()",
            "each.personId() == me.id() || PLANTED",
            "revoke the token of another"),
        at(
            20,
            "sign-ins of others are ended",
            account,
            "signIn.personId() == person",
            "signIn.personId() == person || PLANTED",
            "end the sign-in of another"),
        at(
            21,
            "a draft of a practice is shown to everybody",
            "knowledge/KnowledgePermissions.java",
            "practice.published() && practice.isFor(belonging.mine())",
            "PLANTED || practice.published() && practice.isFor(belonging.mine())",
            "see a draft of a practice as a reader"),
        at(
            22,
            "any centre says what the sessions of any course are",
            "template/SessionTemplates.java",
            "    me.requireRole(Role.CENTRE, Scope.centre(course.centreCode()));",
            "    if (!PLANTED) {\n"
                + "      me.requireRole(Role.CENTRE, Scope.centre(course.centreCode()));\n"
                + "    }",
            "see the session template of a course",
            "say what the sessions of a course usually are"));
  }

  @BeforeAll
  static void start() {
    Path folder = Path.of(System.getProperty("portolan.it.directory"), "planted");
    TestDatabase.empty(folder);
    planted = PlantedWar.build(folder, mistakes().stream().map(Case::mistake).toList());
    database = TestDatabase.create("planted");
    application = planted.start(database);
  }

  @AfterAll
  static void stop() {
    if (application != null) {
      application.close();
    }
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void theMatrixTurnsRed(Case planting) throws Exception {
    AccessTable table = AccessTable.read();
    assertThat(new AccessMatrix(application, database).differences(table, planting::shows))
        .as("before it is switched on")
        .isEmpty();
    planted.on(planting.mistake());
    try {
      assertThat(new AccessMatrix(application, database).differences(table, planting::shows))
          .as("with the mistake")
          .isNotEmpty()
          .anyMatch(each -> each.startsWith("WRONG ALLOW"));
    } finally {
      planted.off(planting.mistake());
    }
  }
}
