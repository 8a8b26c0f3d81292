package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portolan.platform.reading.MadePdfs;

/**
 * What people get wrong about sessions and seats has an answer in words, and what is beyond them
 * (two at once, a mail server that is away) keeps nobody from deciding.
 */
class BadInputIT {
  /** An officer of the Member for which the coordinator decides. */
  private static final String EMAIL = "ousmane.nianzoro@demo.portolan.example";

  private static TestDatabase database;
  private static PackagedApplication application;
  private static Visitor centre;
  private static Visitor coordinator;

  @BeforeAll
  static void start() throws Exception {
    database = TestDatabase.create("badinput");
    Map<String, String> settings = new TreeMap<>(database.settings());
    // nobody listens there
    settings.put("PORTOLAN_MAIL_URL", "smtp://127.0.0.1:9");
    settings.put("PORTOLAN_MAIL_FROM", "portolan@learn.example");
    application = PackagedApplication.start("badinput", settings);
    centre = Visitor.signedIn(application, "centre");
    coordinator = Visitor.signedIn(application, "coordinator");
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void aQuotaAboveTheSeatsIsSaidAndNotLost() throws Exception {
    String page = rules(Map.of("q-kind-0", "member", "q-code-0", "XS", "q-count-0", "4999")).body();
    assertThat(page)
        .contains("A quota is larger than the seats of the session.", "value=\"4999\"")
        .doesNotContain("done=saved");
  }

  @Test
  void seatsAreHeldUntilADayBeforeTheStart() throws Exception {
    String late = LocalDate.now().plusYears(5).toString();
    Map<String, String> held =
        Map.of("h-kind-0", "member", "h-code-0", "XS", "h-count-0", "1", "h-until-0", late);
    assertThat(rules(held).body())
        .contains("Seats cannot be held beyond the start of the session.", late);
    Map<String, String> dayless = new TreeMap<>(held);
    dayless.put("h-until-0", "next week");
    assertThat(rules(dayless).body()).contains("Give a day.", "next week");
  }

  @Test
  void aLastDayForApplicationsThatClosesNothingIsSaidBesideTheFieldAndNotLost() throws Exception {
    LocalDate first = LocalDate.now().plusMonths(2);
    String late = first.plusDays(1).toString();
    assertThat(planned("dated", late))
        .contains(
            "The last day for applications comes after the first day of the session.",
            "id=\"applyBy-e\"",
            "value=\"" + late + "\"");
    String past = LocalDate.now().minusDays(2).toString();
    assertThat(planned("dated", past))
        .contains("The last day for applications is over already.", "value=\"" + past + "\"");
    assertThat(planned("dated", "next week"))
        .contains("id=\"applyBy-e\"", "Give a day, such as 2027-03-08.", "value=\"next week\"");
    assertThat(planned("undated", first.toString()))
        .contains("dates are to be announced takes no applications", first.toString());
    assertThat(database("SELECT COUNT(*) FROM training_session WHERE venue = 'Closing hall'"))
        .isZero();
  }

  /** The form of a new session as it comes back. */
  private static String planned(String timing, String applyBy) throws SQLException {
    String first = LocalDate.now().plusMonths(2).toString();
    long course =
        database(
            "SELECT MIN(id) FROM course WHERE state = 'published' AND valid_from IS NULL"
                + " AND valid_until IS NULL");
    Map<String, String> fields = new TreeMap<>();
    fields.put("centre", "DEMO-RTC-XS1");
    fields.put("course", String.valueOf(course));
    fields.put("timing", timing);
    fields.put("firstDay", first);
    fields.put("lastDay", first);
    fields.put("applyBy", applyBy);
    fields.put("start", "09:00");
    fields.put("end", "16:00");
    fields.put("venue", "Closing hall");
    fields.put("seats", "20");
    fields.put("languages", "en");
    fields.put("donor", "");
    HttpResponse<String> answer = centre.postFaces("/desk/centre/session", "plan", "draft", fields);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("value=\"Closing hall\"");
    return answer.body();
  }

  @Test
  void whoComesAfterTheLastDayForApplicationsReadsWhichDayItWas() throws Exception {
    long session = Answers.openSession(application, "coordinator");
    // no other test here lets her apply
    Visitor officer = Visitor.signedIn(application, "editor");
    assertThat(officer.get("/api/v1/sessions/" + session).body()).contains("\"applyBy\":null");
    database.update("UPDATE training_session SET closes_on = '2026-01-09' WHERE id = ?", session);
    try {
      assertThat(officer.get("/calendar/session/" + session).body())
          .contains("Applications closed on Jan 9, 2026.")
          .doesNotContain("href=\"/apply/" + session);
      assertThat(officer.get("/apply/" + session).body())
          .contains("Applications closed on Jan 9, 2026.")
          .doesNotContain("name=\"motivation\"");
      HttpResponse<String> sent =
          officer.post("/apply/" + session, Map.of("motivation", "Our post needs it."));
      assertThat(sent.statusCode()).isEqualTo(200);
      assertThat(sent.body()).contains("Applications closed on Jan 9, 2026.");
      assertThat(officer.get("/api/v1/sessions/" + session).body())
          .contains("\"applyBy\":\"2026-01-09\"");
      String list = "/desk/nominations/" + session + "?member=XS";
      assertThat(coordinator.get(list).body())
          .contains("Applications closed on Jan 9, 2026.")
          .doesNotContain("id=\"hand-in\"");
      Map<String, String> handIn = Map.of("act", "hand-in", "reason", "Our plan for the year.");
      assertThat(coordinator.post(list, handIn).body())
          .contains("nobody else can be nominated", "Our plan for the year.");
    } finally {
      database.update("UPDATE training_session SET closes_on = NULL WHERE id = ?", session);
    }
  }

  @Test
  void whoIsSelectedAlreadyAndAskedAgainIsAnsweredAtTheDesk() throws Exception {
    long person = database("SELECT id FROM person WHERE email = '" + EMAIL + "'");
    long session =
        database(
            "SELECT MIN(s.id) FROM training_session s WHERE s.state = 'published'"
                + " AND s.centre_code = 'DEMO-RTC-XS1' AND s.starts_at > UTC_TIMESTAMP()"
                + " AND NOT EXISTS (SELECT 1 FROM application a WHERE a.session_id = s.id"
                + " AND a.person_id = "
                + person
                + ")");
    database.update(
        "INSERT INTO application (session_id, person_id, member_code, motivation, state, asked,"
            + " urgency, due_at, chain, group_codes, applied_at, version) VALUES (?, ?, 'XS',"
            + " 'It is needed', 'waiting', 'centre', 'asked', UTC_TIMESTAMP(6) + INTERVAL 9 DAY,"
            + " 'centre donor', 'member:XS', UTC_TIMESTAMP(6), 1)",
        session,
        person);
    long application =
        database(
            "SELECT id FROM application WHERE session_id = "
                + session
                + " AND person_id = "
                + person);
    try {
      String page = "/desk/centre/session/" + session + "/selection";
      String desk = "/desk/decisions?session=" + session + "&amp;asked=centre";
      String tick = "id=\"pick-" + application + "\"";
      assertThat(centre.get(page).body()).contains(tick).doesNotContain(desk);
      database.update(
          "UPDATE application SET asked_again = 'centre>donor' WHERE id = ?", application);
      assertThat(centre.get(page).body())
          .contains(desk, "you are asked again")
          .doesNotContain(tick);
      assertThat(centre.get(desk.replace("&amp;", "&")).body())
          .contains("/applications/" + application);
    } finally {
      database.update("DELETE FROM application WHERE id = ?", application);
    }
  }

  @Test
  void aSessionOutsideTheDaysOfItsCourseIsRefusedWithTheDay() throws Exception {
    String held =
        " FROM training_session s JOIN course c ON c.id = s.course_id WHERE s.state = 'published'"
            + " AND c.state = 'published' AND c.catalogue = 'region' AND c.region_code = 'WCA'"
            + " AND s.centre_code = 'DEMO-RTC-XS1' AND s.starts_at > UTC_TIMESTAMP()";
    long session = database("SELECT MIN(s.id)" + held);
    long course = database("SELECT MIN(s.course_id)" + held + " AND s.id = " + session);
    Visitor keeper = Visitor.signedIn(application, "rocb");
    assertThat(keeper.get("/desk/courses/" + course).body())
        .contains("id=\"remaining\"")
        .doesNotContain("id=\"outside\"");

    database.update("UPDATE course SET valid_until = '2027-01-31' WHERE id = ?", course);

    HttpResponse<String> copied =
        centre.post("/desk/centre/session/" + session + "/copy", Map.of("firstDay", "2036-02-01"));
    assertThat(copied.statusCode()).isEqualTo(200);
    assertThat(copied.body())
        .contains("Sessions of this course end on Jan 31, 2027 at the latest.", "2036-02-01");
    assertThat(centre.get("/api/v1/courses/" + code(course)).body())
        .contains("\"validUntil\":\"2027-01-31\"", "\"validFrom\":null");
    database.update("UPDATE course SET valid_until = '2026-01-31' WHERE id = ?", course);
    String page = keeper.get("/desk/courses/" + course).body();
    assertThat(page).contains("id=\"outside\"", "/calendar/session/" + session);

    String version = page.replaceFirst("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
    HttpResponse<String> retired =
        keeper.post("/desk/courses/" + course, Map.of("do", "retire", "version", version));
    assertThat(retired.statusCode()).isEqualTo(200);
    assertThat(retired.body()).contains("The sessions below are still to be held.");
  }

  private static String code(long course) throws SQLException {
    return text("SELECT code FROM course WHERE id = " + course);
  }

  private static String text(String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getString(1);
    }
  }

  @Test
  void aMomentWithoutAZoneIsNoDay() {
    for (String from : List.of("2027-03-08T09:00", "2027-03-08T09:00:00Z", "08.03.2027")) {
      HttpResponse<String> answer = centre.get("/api/v1/sessions?from=" + from);
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("from is no day like 2027-03-08");
    }
  }

  @Test
  void aLetterThatIsNoPdfOrCarriesAScriptIsSentBackWithTheReason() throws Exception {
    byte[] page = "<html>We endorse.</html>".getBytes(StandardCharsets.UTF_8);
    assertThat(endorsed("letter.pdf", page)).contains("This is not a PDF document");
    assertThat(endorsed("letter.pdf", MadePdfs.withScriptOnOpening()))
        .contains("This document carries a program");
    assertThat(endorsed("letter.pdf", MadePdfs.letter(1)))
        .contains("Open the letter of endorsement")
        .doesNotContain("This document carries", "This is not a PDF");
  }

  @Test
  void ofTwoWhoDecideAtOnceOneDoesAndTheOtherSeesThat() throws Exception {
    for (String name : List.of("adjoua.farota", "aissata.diakore", "isaura.tavarino")) {
      String number = applied(name);
      Visitor administrator = Visitor.signedIn(application, "admin");
      List<Callable<HttpResponse<String>>> both =
          List.of(
              () -> decide(coordinator, number, "approve"),
              () -> decide(administrator, number, "refuse"));
      ExecutorService threads = Executors.newFixedThreadPool(2);
      List<Future<HttpResponse<String>>> answers = threads.invokeAll(both);
      threads.shutdown();
      int done = 0;
      for (Future<HttpResponse<String>> answer : answers) {
        if (answer.get().statusCode() == 302) {
          done++;
        } else {
          assertThat(answer.get().statusCode()).isEqualTo(200);
          assertThat(answer.get().body())
              .contains("This application was decided or withdrawn already.");
        }
      }
      assertThat(done).as("decided for %s", name).isEqualTo(1);
      assertThat(
              database(
                  "SELECT COUNT(*) FROM application_step WHERE state IN ('approved', 'refused')"
                      + " AND application_id = "
                      + number))
          .isEqualTo(1);
    }
  }

  @Test
  void aMailServerThatIsAwayKeepsNobodyFromDeciding() throws Exception {
    String number = applied("andrei.khavninsky");
    assertThat(decide(Visitor.signedIn(application, "admin"), number, "approve").statusCode())
        .isEqualTo(302);
    assertThat(database("SELECT state = 'approved' FROM application WHERE id = " + number))
        .isEqualTo(1);

    long session = Answers.openSession(application, "coordinator");
    String list = "/desk/nominations/" + session + "?member=XS";
    Map<String, String> officer =
        Map.of("act", "add", "email", EMAIL, "words", "Leads our audit unit.");
    assertThat(coordinator.post(list, officer).statusCode()).isEqualTo(302);
    Map<String, String> handIn = Map.of("act", "hand-in", "reason", "Our plan for the year.");
    assertThat(coordinator.post(list, handIn).statusCode()).isEqualTo(302);
    assertThat(
            database(
                "SELECT COUNT(*) FROM application a JOIN person p ON p.id = a.person_id"
                    + " WHERE a.state = 'approved' AND p.email = '"
                    + EMAIL
                    + "' AND a.session_id = "
                    + session))
        .isEqualTo(1);
    assertThat(database("SELECT COUNT(*) FROM mail_letter WHERE state = 'sent'")).isZero();
    assertThat(
            database(
                "SELECT COUNT(*) FROM mail_letter WHERE state = 'waiting' AND to_address = '"
                    + EMAIL
                    + "'"))
        .as("letters wait for the mail server")
        .isPositive();
  }

  @Test
  void anOfferIsAnsweredByItsLinkOnceAndOnlyByAButton() throws Exception {
    long session = Answers.emptySession(application, "none");
    database.update("UPDATE training_session SET seats = 1 WHERE id = ?", session);
    database.update(
        "INSERT INTO seat_line (session_id, number, event, happened_at, detail)"
            + " SELECT id, 1, 'rules', UTC_TIMESTAMP(6), CONCAT('capacity=1 margin=0 queue=5"
            + " offer=PT48H quiet=PT0S starts=',"
            + " DATE_FORMAT(starts_at, '%Y-%m-%dT%H:%i:%sZ'), ' open=true')"
            + " FROM training_session WHERE id = ?",
        session);
    String held = applied("adjoua.farota", session);
    String number = applied("aissata.diakore", session);
    Visitor.signedIn(application, "adjoua.farota")
        .post("/applications/" + held, Map.of("withdraw", "yes"));
    String letter =
        text(
            "SELECT body_text FROM mail_letter WHERE kind = 'enrolment.letter.offered'"
                + " AND to_address = 'aissata.diakore@demo.portolan.example'"
                + " ORDER BY id DESC LIMIT 1");
    String link =
        letter.replaceFirst("(?s).*?(/offer\\?lang=\\w\\w&answer=accept&token=[\\w.]+).*", "$1");
    String token = link.replaceFirst(".*token=", "");
    Visitor nobody = new Visitor(application);

    for (int i = 0; i < 3; i++) {
      HttpResponse<String> page = nobody.get(link.replaceFirst("lang=..", "lang=en"));
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body())
          .contains("A seat is kept for you until")
          .doesNotContain("Aissata", "Diakore", "aissata.diakore");
      assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");
      assertThat(page.headers().allValues("X-Robots-Tag")).containsExactly("noindex, nofollow");
      assertThat(page.headers().allValues("Referrer-Policy")).containsExactly("same-origin");
      assertThat(page.headers().allValues("Set-Cookie"))
          .noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
    }
    for (String wrong :
        List.of(
            "",
            "none",
            token + "0",
            token.replaceFirst("^\\d+", held),
            "9".repeat(5000),
            "1.1.1.<script>alert(1)</script>")) {
      String address = "/offer?lang=en&token=" + URLEncoder.encode(wrong, StandardCharsets.UTF_8);
      assertThat(nobody.get(address).body())
          .as(wrong)
          .contains("This link leads nowhere.")
          .doesNotContain("<script>alert");
      HttpResponse<String> sent =
          nobody.post("/offer?lang=en", Map.of("token", wrong, "answer", "accept"));
      assertThat(sent.statusCode()).as(wrong).isEqualTo(200);
      assertThat(sent.body()).as(wrong).contains("This link leads nowhere.");
    }
    assertThat(nobody.post("/offer", Map.of("token", token)).statusCode()).isEqualTo(302);
    assertThat(nobody.post("/offer", Map.of("token", token, "answer", "maybe")).statusCode())
        .isEqualTo(302);
    HttpResponse<String> unsure =
        nobody.post("/offer", Map.of("token", token, "answer", "decline"));
    assertThat(unsure.headers().firstValue("Location").orElseThrow()).contains("answer=decline");
    Map<String, String> accept = Map.of("token", token, "answer", "accept");
    assertThat(nobody.post("/offer", accept, "Origin", "https://elsewhere.example").statusCode())
        .isEqualTo(403);
    assertThat(database("SELECT state = 'offered' FROM application WHERE id = " + number))
        .isEqualTo(1);

    Map<String, String> decline = Map.of("token", token, "answer", "decline", "sure", "yes");
    List<Callable<HttpResponse<String>>> both =
        List.of(
            () -> new Visitor(application).post("/offer", accept),
            () -> new Visitor(application).post("/offer", decline));
    ExecutorService threads = Executors.newFixedThreadPool(2);
    for (Future<HttpResponse<String>> answer : threads.invokeAll(both)) {
      assertThat(answer.get().statusCode()).isEqualTo(302);
    }
    threads.shutdown();
    assertThat(
            database(
                "SELECT COUNT(*) FROM application_step WHERE state IN ('approved', 'declined')"
                    + " AND application_id = "
                    + number))
        .isEqualTo(1);
    boolean taken =
        database("SELECT state = 'approved' FROM application WHERE id = " + number) == 1;
    assertThat(nobody.get("/offer?lang=en&token=" + token).body())
        .contains(taken ? "The seat is taken: it is yours." : "The seat was left to others.")
        .doesNotContain("name=\"answer\"");
  }

  @Test
  void whatPeopleCallThemselvesBeginsNoFormulaInTheListOfParticipants() throws Exception {
    long session =
        database(
            "SELECT MIN(s.id) FROM training_session s JOIN application a ON a.session_id = s.id"
                + " WHERE s.centre_code = 'DEMO-RTC-XS1' AND a.state = 'approved'");
    long officer =
        database(
            "SELECT MIN(person_id) FROM application WHERE state = 'approved' AND session_id = "
                + session);
    database.update(
        "UPDATE person SET given_name = '=HYPERLINK(\"http://x\")' WHERE id = ?", officer);
    database.update("UPDATE person SET post = '@SUM(1;1)' WHERE id = ?", officer);
    long all =
        database(
            "SELECT COUNT(*) FROM application WHERE state = 'approved' AND session_id = "
                + session);

    String path = "/session-participants?id=" + session + "&state=approved&format=";
    byte[] text = centre.bytes(path + "csv").body();
    SheetFile csv = SheetFile.read("csv", text);
    SheetFile workbook = SheetFile.read("xlsx", centre.bytes(path + "xlsx").body());
    assertThat(csv.size()).isEqualTo(workbook.size()).isEqualTo((int) all);
    assertThat(csv.lines("Post", "@SUM(1;1)")).isEmpty();
    assertThat(new String(text, StandardCharsets.UTF_8).lines())
        .noneMatch(line -> line.matches("(?s)(.*[,;])?\"?[=@+].*"))
        .anyMatch(line -> line.contains("HYPERLINK"));
  }

  /** An application that waits for the coordinator; its number. */
  private static String applied(String officer) {
    return applied(officer, Answers.openSession(application, "coordinator"));
  }

  private static String applied(String officer, long session) {
    HttpResponse<String> sent =
        Visitor.signedIn(application, officer)
            .post("/apply/" + session, Map.of("motivation", "Our post needs it."));
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
    String page = URI.create(sent.headers().firstValue("Location").orElseThrow()).getPath();
    return page.substring(page.lastIndexOf('/') + 1);
  }

  private static HttpResponse<String> decide(Visitor who, String number, String decision) {
    return who.post(
        "/desk/decisions",
        Map.of(
            "application",
            number,
            "step",
            "coordinator",
            "decision",
            decision,
            "reason",
            "By the list."));
  }

  private static HttpResponse<String> rules(Map<String, String> typed) throws SQLException {
    long session =
        database(
            "SELECT MIN(s.id) FROM training_session s WHERE s.state = 'published'"
                + " AND s.centre_code = 'DEMO-RTC-XS1'"
                + " AND s.starts_at > UTC_TIMESTAMP() + INTERVAL 5 DAY");
    Map<String, String> fields = new TreeMap<>(typed);
    fields.putAll(
        Map.of(
            "act", "save", "version", "0", "queue", "0", "margin", "0", "offer", "0", "quiet",
            "0"));
    return centre.post("/desk/centre/session/" + session + "/seats", fields);
  }

  /** What the page says to which a letter leads back. */
  private static String endorsed(String name, byte[] content) {
    long session = Answers.openSession(application, "coordinator");
    HttpResponse<String> sent =
        coordinator.upload(
            "/desk/nominations/endorsement?session=" + session + "&member=XS",
            Map.of(),
            name,
            content);
    assertThat(sent.statusCode()).isEqualTo(302);
    URI back = URI.create(sent.headers().firstValue("Location").orElseThrow());
    return coordinator.get(back.getRawPath() + "?" + back.getRawQuery()).body();
  }

  private static long database(String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
