package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.container.MovableClock;
import org.portolan.container.Scenario;
import org.portolan.container.TableDigests;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.web.Problem;
import org.portolan.region.Directory;
import org.portolan.seat.Allocation;
import org.portolan.seat.Candidate;
import org.portolan.seat.LineMark;
import org.portolan.seat.SeatEvent;
import org.portolan.seat.SeatLine;
import org.portolan.seat.SeatModelRun;
import org.portolan.seat.SeatRules;
import org.portolan.seat.SeatSubject;
import org.portolan.seat.Tally;

/** Random lives of sessions through the service, with its transactions, on the real database. */
@ArquillianTest
class SeatServiceModelIT {
  private static final String FINE = "fine";
  private static final String WHY = "Our border post needs it.";

  /** What of them follows from the ledgers. */
  private static final String APPLICATION =
      "application AS SELECT id, session_id, state, group_codes, place, offered_until"
          + " FROM application";

  private static final String BOOK =
      "seat_book AS SELECT session_id, rules, line_count, queued, taken, by_group, mark"
          + " FROM seat_book";

  private static final List<String> MEMBERS = List.of("XS", "XN", "XK");
  private static final List<String> GENDERS = List.of("female", "male", "");

  @Inject private EnrolmentService enrolment;
  @Inject private Decisions decisions;
  @Inject private Nominees nominees;
  @Inject private Enrolments enrolments;
  @Inject private SeatDesk desk;
  @Inject private Directory directory;
  @Inject private Scenario scenario;

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  private final Map<Integer, Long> officers = new TreeMap<>();

  @AfterEach
  void itIsNow() {
    MovableClock.release();
    scenario.asNobody();
  }

  @Test
  void theServiceAgreesWithTheReferenceAndItsLedgerWithBoth() {
    int runs = Boolean.getBoolean("portolan.drill") ? 300 : 8;
    long first = new Random().nextLong() >>> 16;
    people();
    for (int i = 0; i < runs; i++) {
      assertThat(SeatModelRun.disagreement(first + i, 50, new ServedSession()))
          .as("seed %d", first + i)
          .isNull();
    }
    System.out.println(
        "Seats through the service: " + runs + " sequences of 50 deeds, seed " + first);
  }

  @Test
  void everythingKeptIsBuiltAgainFromTheLedgersAlone() throws Exception {
    String sessions = String.join(",", lived(20).stream().map(String::valueOf).toList());
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : List.of(APPLICATION, BOOK)) {
        statement.execute("CREATE TEMPORARY TABLE rebuilt_" + table + " WHERE 1 = 0");
      }
      rebuild(connection, sessions);
      String of = " WHERE session_id IN (" + sessions + ") ORDER BY 1";
      String applications = rows(statement, columns(APPLICATION) + "FROM rebuilt_application" + of);
      String books = rows(statement, columns(BOOK) + "FROM rebuilt_seat_book" + of);

      assertThat(applications)
          .isNotEmpty()
          .isEqualTo(rows(statement, columns(APPLICATION) + "FROM application" + of));
      assertThat(books)
          .hasLineCount(20)
          .isEqualTo(rows(statement, columns(BOOK) + "FROM seat_book" + of));
      System.out.printf(
          "Replay: 20 sessions, %s, built again from their ledgers, equal%n",
          rows(
                  statement,
                  "SELECT CONCAT(COUNT(*), ' lines, ', COUNT(DISTINCT application_id),"
                      + " ' applications, ', SUM(event = 'rules'), ' rules, ',"
                      + " SUM(event = 'replaced'), ' replaced') FROM seat_line WHERE session_id IN ("
                      + sessions
                      + ")")
              .strip());
      // when to look again may be too early, but never too late
      assertThat(
              rows(
                  statement,
                  "SELECT b.session_id FROM seat_book b JOIN rebuilt_due r"
                      + " ON r.session_id = b.session_id WHERE COALESCE(b.due_at > r.due_at, 1)"))
          .isEmpty();
      for (String table : List.of("application", "seat_book", "due")) {
        statement.execute("DROP TEMPORARY TABLE rebuilt_" + table);
      }
    }
  }

  private static String columns(String table) {
    return table.substring(table.indexOf("SELECT"), table.indexOf("FROM"));
  }

  /** From lines alone, into tables that are empty. */
  private static void rebuild(Connection connection, String sessions) throws SQLException {
    Map<Long, List<SeatLine>> ledgers = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT session_id, number, event, COALESCE(application_id, 0), happened_at,"
                    + " COALESCE(detail, '') FROM seat_line WHERE session_id IN ("
                    + sessions
                    + ") ORDER BY session_id, number")) {
      while (row.next()) {
        ledgers
            .computeIfAbsent(row.getLong(1), session -> new ArrayList<>())
            .add(
                new SeatLine(
                    row.getLong(2),
                    SeatEvent.of(row.getString(3)),
                    row.getLong(4),
                    row.getObject(5, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                    row.getString(6)));
      }
      statement.execute(
          "CREATE TEMPORARY TABLE rebuilt_due (session_id BIGINT, due_at DATETIME(6))");
    }
    for (Map.Entry<Long, List<SeatLine>> ledger : ledgers.entrySet()) {
      long session = ledger.getKey();
      Allocation told = Allocation.of(ledger.getValue());
      for (Candidate each : told.candidates()) {
        Instant until = each.standing().until();
        insert(
            connection,
            "rebuilt_application",
            each.number(),
            session,
            each.standing().state().code(),
            each.standing().groups().text(),
            each.standing().place(),
            until == null ? null : SeatBooks.moment(until));
      }
      String mark = "";
      for (SeatLine line : ledger.getValue()) {
        mark = LineMark.of(session, mark, line);
      }
      Tally tally = told.tally();
      insert(
          connection,
          "rebuilt_seat_book",
          session,
          tally.rules().text(),
          tally.lines(),
          tally.queued(),
          tally.taken(),
          tally.groups().isEmpty() ? null : tally.groups(),
          mark);
      if (tally.due() != null) {
        insert(connection, "rebuilt_due", session, SeatBooks.moment(tally.due()));
      }
    }
  }

  private static void insert(Connection connection, String table, Object... values)
      throws SQLException {
    String places = String.join(", ", Collections.nCopies(values.length, "?"));
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO " + table + " VALUES (" + places + ")")) {
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      insert.executeUpdate();
    }
  }

  @Test
  void ofManySessionsTheOneIsReportedInWhichARowWasAltered() throws Exception {
    List<Long> sessions = lived(6);
    long altered = sessions.get(new Random().nextInt(sessions.size()));
    int line = 1 + new Random().nextInt(desk.ledger(altered).size());
    for (String deed :
        List.of(
            "UPDATE seat_line SET happened_at = happened_at + INTERVAL 1 SECOND WHERE number = "
                + line
                + " AND session_id = ",
            "UPDATE application SET place = place + 1 WHERE session_id = ",
            "UPDATE seat_book SET queued = queued + 1 WHERE session_id = ")) {
      try (Connection connection = database.getConnection()) {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
          assertThat(
                  statement.executeUpdate(
                      deed
                          + altered
                          + (deed.contains("application") ? " ORDER BY id LIMIT 1" : "")))
              .isEqualTo(1);
        }
        List<SessionLedger.Problem> problems = new ArrayList<>();
        for (long session : sessions) {
          problems.addAll(new LedgerCheck(connection).of(session).problems());
        }
        connection.rollback();
        connection.setAutoCommit(true);
        assertThat(problems)
            .as(deed)
            .isNotEmpty()
            .allMatch(problem -> problem.session() == altered)
            .anyMatch(problem -> problem.line() == (deed.contains("seat_line") ? line : 0));
      }
    }
  }

  private static String rows(Statement statement, String sql) throws SQLException {
    StringBuilder text = new StringBuilder();
    try (ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          text.append(row.getString(i)).append('\t');
        }
        text.append('\n');
      }
    }
    return text.toString();
  }

  @Test
  void anAlteredLineIsReported() throws Exception {
    int tries = Boolean.getBoolean("portolan.drill") ? 1000 : 60;
    ServedSession lived = lived();
    long seed = new Random().nextLong() >>> 16;
    Random random = new Random(seed);
    int lines = desk.ledger(lived.session).size();
    int found = 0;
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      assertThat(new LedgerCheck(connection).of(lived.session).problems()).isEmpty();
      for (int i = 0; i < tries; i++) {
        String deed = tamper(random, lived.session, 1 + random.nextInt(lines));
        try (Statement statement = connection.createStatement()) {
          // a line that is gone is not there to be changed: each of these changes something
          assertThat(statement.executeUpdate(deed)).as(deed).isPositive();
        }
        LedgerCheck.Report report = new LedgerCheck(connection).of(lived.session);
        connection.rollback();
        assertThat(report.holds()).as("seed %d: %s", seed, deed).isFalse();
        found++;
      }
      connection.setAutoCommit(true);
    }
    System.out.println("Ledger: " + found + " of " + tries + " alterations found, seed " + seed);
  }

  private static String tamper(Random random, long session, long line) {
    String where = " WHERE session_id = " + session + " AND number = " + line;
    return switch (random.nextInt(8)) {
      case 0 -> "DELETE FROM seat_line" + where;
      case 1 -> "UPDATE seat_line SET detail = CONCAT(COALESCE(detail, ''), ' x')" + where;
      case 2 -> "UPDATE seat_line SET happened_at = happened_at + INTERVAL 1 SECOND" + where;
      case 3 -> "UPDATE seat_line SET event = IF(event = 'seated', 'queued', 'seated')" + where;
      case 4 -> "UPDATE seat_line SET mark = REVERSE(mark)" + where;
      case 5 -> "UPDATE seat_line SET number = number + 100000" + where;
      case 6 -> "UPDATE seat_book SET taken = taken + 1 WHERE session_id = " + session;
      default ->
          "UPDATE application SET state = IF(state = 'approved', 'refused', 'approved')"
              + " WHERE session_id = "
              + session
              + " ORDER BY id LIMIT 1";
    };
  }

  @Test
  void aTryLeavesTheWholeDatabaseAsItWas() throws Exception {
    ServedSession lived = lived();
    scenario.asCentre();
    SeatRules rules = desk.find(lived.session, Language.EN).rules();
    // who is late is reminded in the background
    for (String table : List.of("application", "nomination")) {
      scenario.sql(
          "UPDATE "
              + table
              + " SET nudge_at = NULL WHERE nudge_at < UTC_TIMESTAMP() + INTERVAL 1 HOUR");
    }
    awaitSealed();
    Map<String, String> before = digest();
    desk.tryOut(
        lived.session,
        new SeatRules(
            rules.capacity(),
            1,
            20,
            Duration.ofHours(1),
            Duration.ZERO,
            rules.starts(),
            true,
            List.of(),
            List.of()));
    assertThat(digest()).isEqualTo(before);
  }

  /** What was told of the lives of sessions is sealed in the background. */
  private void awaitSealed() throws InterruptedException {
    for (int i = 0; i < 300 && unsealed() > 0; i++) {
      Thread.sleep(100);
    }
    assertThat(unsealed()).isZero();
  }

  private long unsealed() {
    return scenario.number("SELECT COUNT(*) FROM audit_entry WHERE seq IS NULL");
  }

  /** Of the tables that a decision on seats writes. */
  private Map<String, String> digest() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return TableDigests.of(
          connection,
          "seat_line",
          "seat_book",
          "application",
          "application_step",
          "training_session",
          "audit_entry",
          "mail_letter",
          "person",
          "profile",
          "nomination",
          "nominee",
          "application_change",
          "session_selection",
          "session_condition",
          "completion");
    }
  }

  /** Several sessions of the same people; at the end their administrations nominate, too. */
  private List<Long> lived(int count) {
    people();
    List<ServedSession> lived = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lived.add(life());
    }
    for (String member : MEMBERS) {
      lived.forEach(each -> each.nominations(member));
    }
    List<Long> sessions = lived.stream().map(each -> each.session).toList();
    assertThat(
            scenario.number(
                "SELECT COUNT(*) FROM application WHERE home_rank = 2 AND session_id >= ?",
                sessions.get(0)))
        .as("nominated instead of another")
        .isPositive();
    return sessions;
  }

  private ServedSession lived() {
    people();
    return life();
  }

  private ServedSession life() {
    ServedSession lived = new ServedSession();
    String said = SeatModelRun.disagreement(new Random().nextLong() >>> 16, 60, lived);
    assertThat(said).isNull();
    return lived;
  }

  private void people() {
    for (int person = 0; person < SeatModelRun.PEOPLE; person++) {
      officers.put(person, officer(person));
    }
  }

  private static String member(int person) {
    return MEMBERS.get(person % MEMBERS.size());
  }

  private long officer(int person) {
    long id = scenario.officer(member(person));
    String gender = GENDERS.get(person / MEMBERS.size() % GENDERS.size());
    if (!gender.isEmpty()) {
      scenario.sql(
          "INSERT INTO profile (person_id, grade, languages, supervisor_name, supervisor_email,"
              + " gender, zone, accessibility, name_public, version) VALUES ("
              + id
              + ", '', '', '', '', '"
              + gender
              + "', '', '', 0, 1)");
    }
    return id;
  }

  /** A new session in the real thing. */
  private final class ServedSession implements SeatSubject {
    private final Instant opens = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final long session = scenario.session(3, Chain.COORDINATOR);
    private final Map<Integer, Long> applications = new TreeMap<>();

    @Override
    public Set<String> groups(int person, Random random) {
      Set<String> groups = new TreeSet<>();
      groups.add("member:" + member(person));
      groups.add("region:" + directory.findMember(member(person)).orElseThrow().regionCode());
      String gender = GENDERS.get(person / MEMBERS.size() % GENDERS.size());
      if (!gender.isEmpty()) {
        groups.add("gender:" + gender);
      }
      return groups;
    }

    @Override
    public List<String> quotaGroups() {
      return List.of("gender:male", "member:*", "region:ESA");
    }

    @Override
    public List<String> holdGroups() {
      return List.of("gender:female", "member:XN", "region:ESA");
    }

    @Override
    public boolean mayClose() {
      return false;
    }

    @Override
    public boolean mayMove() {
      return false;
    }

    @Override
    public Instant opens() {
      return opens;
    }

    @Override
    public Instant starts() {
      return Instant.ofEpochSecond(
          scenario.number(
              "SELECT TIMESTAMPDIFF(SECOND, '1970-01-01', starts_at) FROM training_session"
                  + " WHERE id = ?",
              session));
    }

    @Override
    public void timeIs(Instant now) {
      MovableClock.hold(now);
      enrolments.settle(session);
    }

    /** The capacity is what the centre plans, so it changes with the session. */
    @Override
    public String rule(SeatRules rules) {
      scenario.asCentre();
      long seats = scenario.number("SELECT seats FROM training_session WHERE id = ?", session);
      long version = desk.find(session, Language.EN).version();
      scenario.sql(
          "UPDATE training_session SET seats = " + rules.capacity() + " WHERE id = " + session);
      String said = said(() -> desk.rule(session, version, rules));
      if (!said.equals(FINE)) {
        scenario.sql("UPDATE training_session SET seats = " + seats + " WHERE id = " + session);
      }
      return said;
    }

    @Override
    public String apply(int person, Set<String> groups) {
      boolean stands = Set.of("waiting", "queued", "offered", "approved").contains(state(person));
      scenario.as(officers.get(person), member(person));
      String said = said(() -> applications.put(person, enrolment.apply(session, WHY).id()));
      // to people a second click is not a second wish
      return stands && said.equals(FINE) ? "already-decided" : said;
    }

    private String state(int person) {
      return stands(person).state();
    }

    private String about(int person, String unknown, Consumer<Long> deed) {
      Long application = applications.get(person);
      return application == null ? unknown : said(() -> deed.accept(application));
    }

    @Override
    public String approve(int person) {
      scenario.asAdministrator();
      return about(person, "already-decided", id -> decisions.approve(id, null));
    }

    @Override
    public String refuse(int person) {
      scenario.asAdministrator();
      return about(person, "already-decided", id -> decisions.refuse(id, "No seat this year"));
    }

    @Override
    public String revoke(int person) {
      scenario.asAdministrator();
      return about(
          person,
          "already-decided",
          id -> {
            scenario.sql(
                "UPDATE application SET asked = 'coordinator', urgency = 'asked',"
                    + " due_at = applied_at, asked_again = 'coordinator' WHERE id = "
                    + id
                    + " AND state IN ('queued', 'offered', 'approved')");
            decisions.refuse(id, "Not on these days");
          });
    }

    @Override
    public String withdraw(int person) {
      scenario.as(officers.get(person), member(person));
      return about(person, "already-decided", enrolment::withdraw);
    }

    @Override
    public String offer(int person) {
      scenario.asCentre();
      return about(person, "not-on-list", id -> desk.offer(id, "Needed for the laboratory"));
    }

    @Override
    public String accept(int person) {
      scenario.as(officers.get(person), member(person));
      return about(person, "offer-ended", enrolment::accept);
    }

    @Override
    public String decline(int person) {
      scenario.as(officers.get(person), member(person));
      return about(person, "offer-ended", enrolment::decline);
    }

    @Override
    public String move(int person, int before) {
      scenario.asCentre();
      Long other = applications.get(before);
      return other == null
          ? "not-on-list"
          : about(person, "not-on-list", id -> desk.move(id, other, "Was forgotten"));
    }

    @Override
    public boolean mayReplace(int person, int by) {
      return person != by && member(person).equals(member(by));
    }

    @Override
    public String replace(int person, int by) {
      scenario.asAdministrator();
      Long other = applications.get(by);
      return other == null
          ? "already-decided"
          : about(person, "already-decided", id -> decisions.replace(id, other, null));
    }

    /** One is nominated and replaced, another taken back; where there is no seat, none of it. */
    void nominations(String member) {
      scenario.asAdministrator();
      said(
          () -> {
            long nominee = nominees.nominate(session, member, scenario.officer(member), 1, WHY);
            nominees.replace(nominee, scenario.officer(member), 2, "Is ill");
          });
      said(
          () ->
              nominees.takeBack(
                  nominees.nominate(session, member, scenario.officer(member), 3, WHY), "Moved"));
    }

    @Override
    public boolean mayStepIn(int person, int by) {
      return person != by
          && member(person).equals(member(by))
          && Set.of("queued", "offered", "approved").contains(stands(person).state())
          && Set.of("nobody", "withdrawn", "declined", "lapsed").contains(stands(by).state());
    }

    @Override
    public String stepIn(int person, int by, Set<String> groups) {
      scenario.asAdministrator();
      scenario.sql("UPDATE application SET home_rank = 1 WHERE id = " + applications.get(person));
      return about(
          person,
          "already-decided",
          id -> applications.put(by, nominees.replace(id, officers.get(by), 1, "Is ill")));
    }

    @Override
    public Stands stands(int person) {
      Long application = applications.get(person);
      if (application == null) {
        return new Stands("nobody", null);
      }
      String state = scenario.text("SELECT state FROM application WHERE id = " + application);
      String until =
          scenario.text(
              "SELECT DATE_FORMAT(offered_until, '%Y-%m-%dT%H:%i:%sZ') FROM application WHERE id = "
                  + application);
      return new Stands(state, until == null ? null : Instant.parse(until));
    }

    @Override
    public List<Integer> queue() {
      List<Integer> queue = new ArrayList<>();
      String ids =
          scenario.text(
              "SELECT COALESCE(GROUP_CONCAT(person_id ORDER BY place), '') FROM application"
                  + " WHERE state = 'queued' AND session_id = "
                  + session);
      for (String id : ids.isEmpty() ? new String[0] : ids.split(",")) {
        officers.forEach(
            (person, officer) -> {
              if (officer == Long.parseLong(id)) {
                queue.add(person);
              }
            });
      }
      return queue;
    }

    @Override
    public int taken() {
      return (int) scenario.number("SELECT taken FROM seat_book WHERE session_id = ?", session);
    }

    @Override
    public String kept() {
      return desk.kept(session);
    }

    @Override
    public List<SeatLine> ledger() {
      return desk.ledger(session);
    }

    private String said(Runnable deed) {
      try {
        deed.run();
        return FINE;
      } catch (Problem refused) {
        return refused.type();
      }
    }
  }
}
