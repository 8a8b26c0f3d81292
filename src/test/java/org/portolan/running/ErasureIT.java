package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Somebody leaves words everywhere a person's data goes and is erased: nothing of it is left in
 * database, index, files, logs and outbox, and the audit trail still holds.
 */
class ErasureIT {
  private static final String PASSWORD = "a-door-for-the-drill";
  private static final String MEMBER = "XS";

  private final Sentinels sentinels = new Sentinels();
  private final String email = sentinels.of("e-mail") + "@demo.portolan.example";
  private SeparateDatabase server;
  private PackagedApplication node;
  private Connection database;
  private long person;
  private String token;
  private final List<Long> waiting = new ArrayList<>();
  private long applied;
  private long ofOthers;

  @AfterEach
  void stop() {
    if (node != null) {
      node.close();
    }
    server.close();
  }

  @Test
  void nothingOfAPersonIsLeft() throws Exception {
    Path directory = Path.of(System.getProperty("portolan.it.directory"));
    Path stored = directory.resolve("erasure-database");
    Path data = directory.resolve("erasure");
    TestDatabase.empty(stored);
    server = SeparateDatabase.start(stored);
    Map<String, String> settings = new HashMap<>(server.settings());
    settings.put("PORTOLAN_AUDIT_KEY", TestDatabase.AUDIT_KEY);
    node = PackagedApplication.start("erasure", settings);
    String logged;
    String verified;
    Map<String, Set<String>> rows;
    try (Connection connection = server.dataSource().getConnection()) {
      database = connection;
      everyColumnIsJudged();
      Visitor leaving = plant();
      Map<String, Set<String>> before = sentinels.in(connection);
      Set<String> planted = new TreeSet<>();
      before.values().forEach(planted::addAll);
      String download = leaving.get("/account/data/download").body();
      Set<String> given = sentinels.in(download);
      long deeds = number("SELECT COUNT(*) FROM audit_entry WHERE actor_id = ?", person);

      erase(leaving);

      thePseudonymIsAllThatIsSeen(leaving);
      importsThatNameThemAreGone();
      assertThat(number("SELECT COUNT(*) FROM audit_entry WHERE actor_id = ?", person))
          .isGreaterThanOrEqualTo(deeds);
      settle();
      node.close();
      rows = sentinels.in(connection);
      verified = PackagedApplication.command(data, settings, "audit", "verify");
      logged = node.log();
      System.out.printf(
          "Erasure: %d sentinels planted, %d of them in %d columns before, %d in the download;"
              + " after: %d columns%n",
          sentinels.size(), planted.size(), before.size(), given.size(), rows.size());
      assertThat(planted).as("planted in %s", before).hasSizeGreaterThanOrEqualTo(25);
      assertThat(given).contains("e-mail", "family name", "grade", "motivation", "name of a token");
    }
    server.close();

    assertThat(sentinels.size()).isGreaterThanOrEqualTo(40);
    assertThat(rows).as("columns").isEmpty();
    assertThat(sentinels.in(logged)).as("log").isEmpty();
    assertThat(sentinels.in(data)).as("files").isEmpty();
    assertThat(deletedInIndex(data)).as("deleted documents in the index").isZero();
    assertThat(verified).startsWith("exit 0\n").contains("The audit trail holds.");
    rawFiles(stored);
  }

  private void everyColumnIsJudged() throws Exception {
    PersonalColumns judged = PersonalColumns.read();
    assertThat(PersonalColumns.inDatabase(database))
        .as("say in personal-columns.csv what a column says about persons")
        .containsExactlyInAnyOrderElementsOf(judged.partOf().keySet());
    assertThat(PersonalColumns.implemented())
        .as("parts that the table names")
        .containsExactlyInAnyOrderElementsOf(judged.parts());
  }

  private Visitor plant() throws Exception {
    Visitor coordinator = Visitor.signedIn(node, "coordinator");
    Visitor admin = Visitor.signedIn(node, "admin");
    Visitor trainee = Visitor.signedIn(node, "trainee");
    request();
    invited(coordinator);
    Visitor leaving = joined();
    profile(leaving);
    tokens(leaving);
    applications(leaving, coordinator);
    offices(admin);
    Visitor holding = in("second browser");
    decides(holding, trainee);
    namedByAnother(trainee);
    practice(holding);
    teaches(Visitor.signedIn(node, "centre"));
    imports(new ExchangeDesk(Visitor.signedIn(node, "secretariat")), new ExchangeDesk(coordinator));
    address(leaving);
    typedOnly(leaving, coordinator);
    factors(leaving);
    leaving.post("/account/data", Map.of("do", "ask", "word", "erase"));
    assertThat(number("SELECT COUNT(*) FROM erasure_request WHERE person_id = ?", person)).isOne();
    leaving.post("/account/data", Map.of("do", "back"));
    return leaving;
  }

  private void invited(Visitor coordinator) throws SQLException {
    HttpResponse<String> sent =
        coordinator.post(
            "/desk/people/invite",
            fields(
                "form",
                UUID.randomUUID().toString(),
                "member",
                MEMBER,
                "do",
                "1",
                "else",
                "1",
                "given",
                sentinels.of("given name of the invitation"),
                "family",
                sentinels.of("family name of the invitation"),
                "email",
                email,
                "language",
                "en",
                "post",
                sentinels.of("post of the invitation")));
    assertThat(sent.statusCode()).isEqualTo(302);
  }

  private Visitor joined() throws SQLException {
    Matcher link =
        Pattern.compile("token=([\\w-]+)")
            .matcher(
                text(
                    "SELECT body_text FROM mail_letter WHERE to_address = ?"
                        + " AND kind = 'people.letter.invitation'",
                    email));
    assertThat(link.find()).isTrue();
    HttpResponse<String> made =
        new Visitor(node)
            .post(
                "/account/invitation",
                fields(
                    "token", link.group(1),
                    "given", sentinels.of("first given name"),
                    "family", sentinels.of("first family name"),
                    "post", sentinels.of("first post"),
                    "password", PASSWORD));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(302);
    person = number("SELECT id FROM person WHERE email = ?", email);
    sentinels.add("code", text("SELECT code FROM person WHERE id = ?", person));
    return in("first browser");
  }

  private Visitor in(String browser) {
    Visitor visitor = new Visitor(node);
    assertThat(signIn(visitor, PASSWORD, sentinels.of(browser)).statusCode()).isEqualTo(302);
    return visitor;
  }

  private HttpResponse<String> signIn(Visitor visitor, String password, String browser) {
    return visitor.post(
        "/sign-in",
        fields(
            "signin", "signin",
            "go", "go",
            "jakarta.faces.ViewState", "stateless",
            "email", email,
            "password", password),
        "User-Agent",
        browser);
  }

  private void profile(Visitor leaving) {
    for (String time : List.of("first ", "")) {
      Map<String, String> fields =
          fields(
              "form",
              sentinels.of(time + "name of a form"),
              "version",
              time.isEmpty() ? "1" : "0",
              "given",
              sentinels.of(time + "given name of the profile"),
              "family",
              sentinels.of(time.isEmpty() ? "family name" : "family name of the profile"),
              "post",
              sentinels.of(time + "post of the profile"),
              "language",
              "fr",
              "grade",
              sentinels.of(time + "grade"),
              "supervisor",
              sentinels.of(time + "supervisor"),
              "supervisor_email",
              sentinels.of(time + "address of a supervisor") + "@a.example",
              "gender",
              "other",
              "zone",
              "Asia/Tokyo",
              "service",
              "2010-05-01",
              "since",
              "2020-01-01",
              "needs",
              sentinels.of(time + "needs"));
      HttpResponse<String> saved = leaving.post("/account/profile", fields);
      assertThat(saved.statusCode()).as(saved.body()).isEqualTo(302);
    }
  }

  private void tokens(Visitor leaving) {
    HttpResponse<String> made =
        leaving.post(
            "/account/tokens",
            fields(
                "make", "make",
                "create", "create",
                "jakarta.faces.ViewState", "stateless",
                "scope", "read apply",
                "days", "30",
                "name", sentinels.of("name of a token")));
    Matcher secret = Pattern.compile("portolan_[\\w-]+").matcher(made.body());
    assertThat(secret.find()).isTrue();
    token = secret.group();
  }

  private void applications(Visitor leaving, Visitor coordinator) throws SQLException {
    long refused = session(person);
    leaving.post("/apply/" + refused, Map.of("motivation", sentinels.of("motivation")));
    decide(coordinator, refused, person, "refuse", sentinels.of("reason of a refusal"));
    long approved = session(person);
    leaving.post("/apply/" + approved, Map.of("motivation", sentinels.of("second motivation")));
    decide(coordinator, approved, person, "approve", sentinels.of("remark of an approval"));
    change(leaving, approved, sentinels.of("motivation after an approval"));
    long waiting = session(person);
    HttpResponse<String> sent =
        new Visitor(node)
            .send(
                new Visitor(node)
                    .request("/api/v1/sessions/" + waiting + "/applications")
                    .header("Authorization", "Bearer " + token)
                    .header("Idempotency-Key", sentinels.of("idempotency key"))
                    .header("Content-Type", "application/json")
                    .POST(
                        BodyPublishers.ofString(
                            "{\"motivation\": \""
                                + sentinels.of("motivation by a program")
                                + "\"}")));
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
  }

  /** Another reason, about which the coordinator is asked again by a letter. */
  private void change(Visitor leaving, long session, String motivation) throws SQLException {
    String own = " FROM application WHERE session_id = ? AND person_id = ?";
    long application = number("SELECT id" + own, session, person);
    HttpResponse<String> changed =
        leaving.post(
            "/applications/" + application + "/change",
            Map.of(
                "version",
                String.valueOf(number("SELECT version" + own, session, person)),
                "motivation",
                motivation));
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(302);
  }

  private void decide(Visitor who, long session, long applicant, String decision, String words)
      throws SQLException {
    long application =
        number(
            "SELECT id FROM application WHERE session_id = ? AND person_id = ?",
            session,
            applicant);
    HttpResponse<String> decided =
        who.post(
            "/desk/decisions",
            fields(
                "application", Long.toString(application), "decision", decision, "reason", words));
    assertThat(decided.statusCode()).as(decided.body()).isEqualTo(302);
  }

  /** One that takes applications that a coordinator decides, and to which they did not apply. */
  private long session(long applicant) throws SQLException {
    return number(
        "SELECT MIN(s.id) FROM training_session s LEFT JOIN seat_book c ON c.session_id = s.id"
            + " WHERE s.state = 'published' AND s.approval = 'coordinator'"
            + " AND s.starts_at > UTC_TIMESTAMP() + INTERVAL 40 DAY"
            + " AND COALESCE(c.taken, 0) + 2 < s.seats"
            + AskingCourses.NONE
            + " AND s.id NOT IN"
            + " (SELECT session_id FROM application WHERE person_id = ?)",
        applicant);
  }

  private void offices(Visitor admin) {
    for (String office : List.of("coordinator", "editor")) {
      HttpResponse<String> appointed =
          admin.post(
              "/desk/mandates/new",
              fields(
                  "office",
                  office,
                  "body",
                  office.equals("editor") ? "WCA" : MEMBER,
                  "email",
                  email,
                  "from",
                  LocalDate.now().minusDays(2).toString(),
                  "to",
                  ""));
      assertThat(appointed.statusCode()).as(appointed.body()).isEqualTo(302);
    }
  }

  private void decides(Visitor holding, Visitor trainee) throws SQLException {
    long other = number("SELECT id FROM person WHERE email = 'trainee@demo.portolan.example'");
    for (String decision : List.of("refuse", "approve")) {
      long session = session(other);
      trainee.post("/apply/" + session, Map.of("motivation", "Our post needs it."));
      decide(holding, session, other, decision, sentinels.of("words with which they " + decision));
    }
  }

  private void namedByAnother(Visitor trainee) {
    HttpResponse<String> saved =
        trainee.post(
            "/account/profile",
            fields(
                "form", UUID.randomUUID().toString(),
                "version", "0",
                "given", "Mariam",
                "family", "Sissokho",
                "post", "Inspector",
                "language", "fr",
                "grade", "",
                "supervisor", sentinels.of("name as supervisor of another"),
                "supervisor_email", email,
                "gender", "",
                "zone", "",
                "service", "",
                "since", "",
                "needs", ""));
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(302);
  }

  /** A centre books them as its trainer; which account that is it says afterwards. */
  private void teaches(Visitor centre) throws SQLException {
    HttpResponse<String> added =
        centre.post("/desk/resources/new", trainer("", sentinels.of("first name of a trainer")));
    Matcher page =
        Pattern.compile("/desk/resources/(\\d+)")
            .matcher(added.headers().firstValue("Location").orElse(added.body()));
    assertThat(page.find()).isTrue();
    long id = Long.parseLong(page.group(1));
    String version = "SELECT version FROM resource WHERE id = ?";
    done(
        centre.post(
            page.group(),
            fields("do", "link", "version", String.valueOf(number(version, id)), "email", email)));
    done(
        centre.post(
            page.group(),
            trainer(
                String.valueOf(number(version, id)), sentinels.of("second name of a trainer"))));
    done(
        centre.post(
            page.group(),
            fields(
                "do", "block",
                "firstDay", "2031-05-05",
                "lastDay", "2031-05-06",
                "words", sentinels.of("why a trainer is away"))));
    long taught =
        number(
            "SELECT MIN(s.id) FROM training_session s JOIN resource r ON r.centre_code ="
                + " s.centre_code WHERE r.id = ? AND s.state = 'published' AND s.timing = 'dated'"
                + " AND s.starts_at > UTC_TIMESTAMP()",
            id);
    done(
        centre.post(
            "/desk/centre/session/" + taught + "/resources",
            fields("do", "book", "resource", String.valueOf(id), "amount", "1")));
    assertThat(number("SELECT COUNT(*) FROM resource WHERE person_id = ?", person)).isOne();
  }

  private static Map<String, String> trainer(String version, String name) {
    return fields(
        "do", "save",
        "version", version,
        "kind", "trainer",
        "name", name,
        "languages", "en",
        "quantity", "1",
        "setup", "0",
        "clear", "0");
  }

  private static void done(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
  }

  private void request() throws Exception {
    new Visitor(node)
        .post(
            "/account/request",
            fields(
                "member", MEMBER,
                "given", sentinels.of("given name of a request"),
                "family", sentinels.of("family name of a request"),
                "email", email,
                "language", "en",
                "post", sentinels.of("post of a request"),
                "reason", sentinels.of("reason of a request")));
    String asked = "SELECT COUNT(*) FROM account_request WHERE email = ?";
    for (int i = 0; i < 100 && number(asked, email) == 0; i++) {
      Thread.sleep(100);
    }
    assertThat(number(asked, email)).isOne();
  }

  private void address(Visitor leaving) throws SQLException {
    String wished = sentinels.of("address that was wished for") + "@customs.example";
    HttpResponse<String> asked =
        leaving.post("/account/address", Map.of("do", "ask", "email", wished));
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(302);
    assertThat(number("SELECT COUNT(*) FROM mail_letter WHERE to_address = ?", wished)).isOne();
  }

  private void practice(Visitor holding) throws SQLException {
    HttpResponse<String> drafted =
        holding.post(
            "/desk/practices/new",
            fields(
                "language", "en",
                "title", "A practice that stays",
                "summary", "Of an administration.",
                "context", "A small post.",
                "problem", "It took long.",
                "done", "One counter.",
                "result", "Half the time.",
                "licence", "cc-by-4.0",
                "consentFrom", "An administration.",
                "consentOn", "2026-01-05",
                "region", "WCA",
                "member", "",
                "theme", text("SELECT MIN(code) FROM theme"),
                "year", "2026",
                "form", sentinels.of("name of the form of a practice"),
                "version", "0",
                "opened", "en",
                "do", "hand-in"));
    assertThat(drafted.statusCode()).as(drafted.body()).isEqualTo(302);
  }

  /**
   * One that was applied, three that wait and name them in one way or another, and one that does
   * not.
   */
  private void imports(ExchangeDesk secretariat, ExchangeDesk coordinator) throws SQLException {
    String code = text("SELECT code FROM person WHERE id = ?", person);
    SheetFile posts = SheetFile.of("code", "post");
    posts.add(Map.of("code", code, "post", sentinels.of("post in a file that was applied")));
    applied = secretariat.upload("people", email + ".csv", posts.as("csv"));
    assertThat(secretariat.apply(applied).state()).isEqualTo("applied");

    SheetFile byCode = SheetFile.of("code", "post");
    byCode.add(Map.of("code", code, "post", sentinels.of("post in a file that waits")));
    waiting.add(coordinator.upload("people", "by-code.csv", byCode.as("csv")));
    SheetFile byAddress = SheetFile.of("who", "what");
    byAddress.add(
        Map.of("who", email, "what", sentinels.of("remark in a file that is no table of ours")));
    waiting.add(coordinator.upload("people", "by-address.csv", byAddress.as("csv")));
    SheetFile byName = SheetFile.of("code", "post", "for");
    byName.add(
        Map.of(
            "code",
            "DEMO-P-0001",
            "post",
            sentinels.of("post of somebody else in a workbook"),
            "for",
            text("SELECT CONCAT(family_name, ', ', given_name) FROM person WHERE id = ?", person)));
    waiting.add(coordinator.upload("people", "by-name.xlsx", byName.as("xlsx")));
    SheetFile others = SheetFile.of("code", "post");
    others.add(Map.of("code", "DEMO-P-0001", "post", "Head of office"));
    ofOthers = coordinator.upload("people", "others.csv", others.as("csv"));
    assertThat(coordinator.show(ofOthers).state()).isEqualTo("checked");
  }

  /** Ways in beside the password; the provider and the device are not there in this test. */
  private void factors(Visitor leaving) throws SQLException {
    assertThat(leaving.post("/account/security", Map.of("do", "app")).statusCode()).isEqualTo(302);
    Matcher secret =
        Pattern.compile("id=\"secret\"[^>]*>([A-Z2-7 ]+)<")
            .matcher(leaving.get("/account/security/app").body());
    assertThat(secret.find()).isTrue();
    sentinels.add("secret of an app", secret.group(1).replace(" ", ""));
    HttpResponse<String> done =
        leaving.post(
            "/account/security/app", Map.of("code", new AuthenticatorApp(secret.group(1)).next()));
    Matcher recovery =
        Pattern.compile("<code>([a-z0-9]{5}-[a-z0-9]{5})</code>").matcher(done.body());
    assertThat(recovery.find()).as(done.body()).isTrue();
    sentinels.add("recovery code", recovery.group(1));
    run(
        "INSERT INTO passkey (person_id, credential_id, user_handle, public_key, sign_count, name,"
            + " created_at) VALUES (?, ?, ?, 'x', 1, ?, UTC_TIMESTAMP())",
        person,
        sentinels.of("credential of a passkey"),
        sentinels.of("handle of a passkey"),
        sentinels.of("name of a passkey"));
    run(
        "INSERT INTO identity_provider (member_code, name, issuer, client_id, strong_acr, active,"
            + " version) VALUES (?, 'Drill', 'https://drill.example', 'drill', '', 0, 1)",
        MEMBER);
    run(
        "INSERT INTO identity_link (subject_hash, provider_id, person_id, linked_at)"
            + " SELECT ?, MAX(id), ?, UTC_TIMESTAMP() FROM identity_provider",
        sentinels.of("link to a sign-in provider"),
        person);
    assertThat(number("SELECT COUNT(*) FROM authenticator WHERE person_id = ?", person)).isOne();
    assertThat(number("SELECT COUNT(*) FROM recovery_code WHERE person_id = ?", person))
        .isEqualTo(10);
  }

  /** What is typed and sent and is to be kept nowhere at all, or not for longer than needed. */
  private void typedOnly(Visitor leaving, Visitor coordinator) {
    leaving.get("/search?q=" + sentinels.of("search"));
    assertThat(
            leaving
                .post(
                    "/my/searches/new?q=" + sentinels.of("search that is kept"),
                    Map.of("name", sentinels.of("name of a saved search"), "rhythm", "daily"))
                .statusCode())
        .isEqualTo(302);
    leaving.get("/api/v1/search?q=" + sentinels.of("search by a program"));
    leaving.get("/" + sentinels.of("address that is not there"));
    leaving.get("/account/profile?lang=" + sentinels.of("language that is not there"));
    coordinator.get("/desk/people?words=" + sentinels.of("words of a coordinator"));
    signIn(new Visitor(node), sentinels.of("wrong password"), sentinels.of("browser that failed"));
    new Visitor(node)
        .post(
            "/account/recover",
            Map.of("email", email),
            "User-Agent",
            sentinels.of("browser that asked for a way back"));
    leaving.send(leaving.request("/account").header("Referer", sentinels.of("place before")));
    leaving.post("/account/profile", Map.of("form", "x", "given", sentinels.of("half a form")));
  }

  private void erase(Visitor leaving) throws Exception {
    Visitor admin = Visitor.signedIn(node, "admin");
    Map<String, String> fields = fields("email", email, "reason", "Asked for.", "word", "wrong");
    assertThat(admin.post("/desk/erasures", fields).statusCode()).isEqualTo(200);
    assertThat(number("SELECT COUNT(*) FROM person WHERE email = ?", email)).isOne();
    fields.put("word", "erase");
    HttpResponse<String> erased = admin.post("/desk/erasures", fields);
    assertThat(erased.statusCode()).as(erased.body()).isEqualTo(302);
  }

  private void thePseudonymIsAllThatIsSeen(Visitor leaving) throws Exception {
    assertThat(signIn(new Visitor(node), PASSWORD, "any").statusCode()).isEqualTo(200);
    assertThat(
            new Visitor(node)
                .send(
                    new Visitor(node)
                        .request("/api/v1/sessions/1/applications")
                        .header("Authorization", "Bearer " + token)
                        .header("Idempotency-Key", "again")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"motivation\": \"x\"}")))
                .statusCode())
        .isEqualTo(401);
    assertThat(leaving.get("/account").headers().firstValue("Location").orElse(""))
        .contains("/sign-in?to=");
    String people = Visitor.signedIn(node, "coordinator").get("/desk/people?words=Erased").body();
    assertThat(people).contains("Erased " + person, "@erased.invalid");
    assertThat(
            number(
                "SELECT COUNT(*) FROM application WHERE person_id = ? AND state = 'withdrawn'",
                person))
        .isEqualTo(2);
    assertThat(number("SELECT COUNT(*) FROM application WHERE person_id = ?", person)).isEqualTo(3);
    assertThat(number("SELECT COUNT(*) FROM practice WHERE author_id = ?", person)).isOne();
    assertThat(
            number(
                "SELECT COUNT(*) FROM mandate WHERE person_id = ? AND ends_at IS NOT NULL", person))
        .isEqualTo(2);
  }

  private void importsThatNameThemAreGone() throws SQLException {
    ExchangeDesk coordinator = new ExchangeDesk(Visitor.signedIn(node, "coordinator"));
    for (long each : waiting) {
      ExchangeDesk.Shown shown = coordinator.show(each);
      assertThat(shown.state()).isEqualTo("unreadable");
      assertThat(shown.page()).contains("Somebody whom this file named has been erased");
      assertThat(number("SELECT COUNT(*) FROM exchange_file WHERE import_id = ?", each)).isZero();
    }
    assertThat(coordinator.show(ofOthers).state()).isEqualTo("checked");
    assertThat(coordinator.show(ofOthers).count("changed")).isOne();
    assertThat(number("SELECT COUNT(*) FROM exchange_row WHERE import_id = ?", applied)).isZero();
    assertThat(text("SELECT file_name FROM exchange_import WHERE id = ?", applied)).isEmpty();
    for (String table : List.of("authenticator", "recovery_code", "passkey", "identity_link")) {
      assertThat(number("SELECT COUNT(*) FROM " + table + " WHERE person_id = ?", person))
          .as(table)
          .isZero();
    }
  }

  /** Until what was committed is sealed, indexed, and cleared out of the tables. */
  private void settle() throws Exception {
    for (int i = 0; i < 100; i++) {
      if (number("SELECT COUNT(*) FROM audit_entry WHERE seq IS NULL") == 0
          && number("SELECT COUNT(*) FROM index_change WHERE seq IS NULL") == 0) {
        break;
      }
      Thread.sleep(200);
    }
    Thread.sleep(6_000);
  }

  private static int deletedInIndex(Path data) throws Exception {
    int deleted = 0;
    int read = 0;
    try (Stream<Path> folders = Files.walk(data.resolve("index"))) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        try (FSDirectory files = FSDirectory.open(folder)) {
          if (DirectoryReader.indexExists(files)) {
            try (DirectoryReader reader = DirectoryReader.open(files)) {
              deleted += reader.numDeletedDocs();
              read += reader.numDocs();
            }
          }
        }
      }
    }
    assertThat(read).isPositive();
    return deleted;
  }

  /**
   * The files of the database itself: tables are written over, the log of the storage engine is a
   * ring that is written over in time. Said in SECURITY.md.
   */
  private void rawFiles(Path stored) throws Exception {
    Map<String, Set<String>> files = sentinels.in(stored);
    files.forEach((file, places) -> System.out.printf("Erasure: raw %s %s%n", file, places));
    Map<String, Set<String>> tables = new TreeMap<>(files);
    tables.keySet().removeIf(file -> !file.endsWith(".ibd"));
    System.out.printf(
        "Erasure: raw database files with a sentinel: %d, of them tables: %d%n",
        files.size(), tables.size());
    assertThat(tables).as("tables on disk").isEmpty();
  }

  private static Map<String, String> fields(String... pairs) {
    Map<String, String> fields = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put(pairs[i], pairs[i + 1]);
    }
    return fields;
  }

  private void run(String sql, Object... values) throws SQLException {
    try (PreparedStatement update = database.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        update.setObject(i + 1, values[i]);
      }
      update.executeUpdate();
    }
  }

  private long number(String sql, Object... values) throws SQLException {
    return Long.parseLong(text(sql, values));
  }

  private String text(String sql, Object... values) throws SQLException {
    try (PreparedStatement select = database.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        select.setObject(i + 1, values[i]);
      }
      try (ResultSet row = select.executeQuery()) {
        assertThat(row.next()).as(sql).isTrue();
        return String.valueOf(row.getString(1));
      }
    }
  }
}
