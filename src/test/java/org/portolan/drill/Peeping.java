package org.portolan.drill;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.portolan.drill.VisibilityOracle.Secret;
import org.portolan.running.PackagedApplication;

/**
 * People with offices by chance ask for pages, lists, feeds and searches by chance. Whatever is not
 * for everybody carries a mark with its kind and number, so that any answer tells what it gave
 * away.
 */
final class Peeping {
  private static final int PEOPLE = 120;
  private static final int CLIENTS = 4;
  private static final Pattern MARK = Pattern.compile("(?i)qmk([sphavirc])(\\d+)x");
  private static final Map<Secret, Pattern> LINKS =
      Map.of(
          Secret.MANDATE, Pattern.compile("/desk/mandates/(\\d+)"),
          Secret.DESK_SESSION, Pattern.compile("/desk/centre/session/(\\d+)"),
          Secret.APPLICATION, Pattern.compile("/applications/(\\d+)"),
          Secret.PERSON, Pattern.compile("/desk/persons/(\\d+)"),
          Secret.IMPORT, Pattern.compile("/desk/exchange/(\\d+)"));

  private static final Pattern PLATFORM =
      Pattern.compile("/desk/(audit|outbox|sign-in-providers).*");

  /** How many rows a work table says that there are in all. */
  private static final Pattern TOTAL =
      Pattern.compile("ui-paginator-current\"[^>]*>\\d+–\\d+ \\D*(\\d+)<");

  private final PackagedApplication application;
  private final DataSource database;
  private final List<Someone> cast = new ArrayList<>();
  private final List<Long> applications;
  private final List<Long> sessions;
  private final List<String> practices;
  private final List<Long> mandates;
  private final List<Long> imports;
  private final Map<String, Long> mandatesInFiles = new HashMap<>();
  private final List<String> regions;
  private final List<String> members;
  private final List<String> centres;

  private record Someone(long id, String session, Map<Secret, Set<Long>> visible) {}

  /** A question, and what its answer counts, if it counts something that is not for everybody. */
  private record Question(String path, Secret counted) {}

  Peeping(PackagedApplication application, DataSource database, long seed) throws SQLException {
    this.application = application;
    this.database = database;
    SplittableRandom random = new SplittableRandom(seed);
    regions = texts("SELECT code FROM region ORDER BY code");
    members = texts("SELECT code FROM member_state WHERE demo = 1 OR code < 'C' ORDER BY code");
    centres = texts("SELECT code FROM body WHERE kind = 'RTC' ORDER BY code");
    try (Records records = new Records(database)) {
      mark(records, random);
      List<Cast> people = Cast.of(PEOPLE, records, random, members, centres, regions);
      for (Cast each : people) {
        records.insert(
            "UPDATE person SET post = CONCAT('QMKH', id, 'X') WHERE id = ?", each.person());
      }
      for (int i = 0; i < PEOPLE; i++) {
        long by = one(people, random).person();
        records.imported(by);
        records.invitation(one(members, random), by);
      }
      for (int i = 0; i < PEOPLE; i++) {
        records.accountRequest(one(members, random), "Asker");
        records.addressChange(one(people, random).person());
      }
      records.insert("UPDATE account_request SET reason = CONCAT('QMKR', id, 'X')");
      records.insert("UPDATE address_change SET email = CONCAT('qmkc', id, 'x@else.example')");
      records.insert("UPDATE exchange_import SET file_name = CONCAT('QMKI', id, 'X.csv')");
      records.insert("UPDATE invitation SET given_name = CONCAT('QMKV', id, 'X')");
      records.keep();
      applications = numbers("SELECT id FROM application ORDER BY id");
      sessions = numbers("SELECT id FROM training_session ORDER BY id");
      practices = texts("SELECT code FROM practice ORDER BY code");
      mandates = numbers("SELECT id FROM mandate ORDER BY id");
      imports = numbers("SELECT id FROM exchange_import ORDER BY id");
      for (long mandate : mandates) {
        mandatesInFiles.put(
            records.text(
                "SELECT CONCAT_WS(',', p.code, m.office, m.scope_code, m.from_day) FROM mandate m"
                    + " JOIN person p ON p.id = m.person_id WHERE m.id = "
                    + mandate),
            mandate);
      }
      VisibilityOracle oracle = new VisibilityOracle(database);
      cast.add(new Someone(0, null, oracle.visibleTo(0)));
      for (Cast each : people) {
        cast.add(new Someone(each.person(), each.session(), oracle.visibleTo(each.person())));
      }
    }
  }

  /** Drafts of all regions, and marks on what is there. */
  private void mark(Records records, SplittableRandom random) throws SQLException {
    // time is not to ask others too after it was said who sees what
    records.insert("UPDATE application SET nudge_at = NULL");
    for (String centre : texts("SELECT DISTINCT centre_code FROM training_session ORDER BY 1")) {
      for (int i = 0; i < 3; i++) {
        records.draftSession(centre, random.nextInt(10, 200));
      }
    }
    for (String region : regions) {
      for (int i = 0; i < 4; i++) {
        records.draftPractice(region);
      }
    }
    records.insert(
        "UPDATE training_session SET venue = CONCAT('QMKS', id, 'X') WHERE state = 'draft'");
    records.insert(
        "UPDATE practice_text t JOIN practice p ON p.id = t.practice_id"
            + " SET t.title = CONCAT('QMKP', p.id, 'X draft') WHERE p.state = 'draft'");
    records.insert("UPDATE application SET motivation = CONCAT('QMKA', id, 'X')");
    records.insert("UPDATE person SET post = CONCAT('QMKH', id, 'X')");
    // the index looks at every draft, as it would after a change
    records.insert(
        "INSERT INTO index_change (kind, entity_id, created_at)"
            + " SELECT 'practice', id, UTC_TIMESTAMP(6) FROM practice WHERE state = 'draft'");
    records.insert(
        "INSERT INTO index_change (kind, entity_id, created_at)"
            + " SELECT 'session', id, UTC_TIMESTAMP(6) FROM training_session WHERE state = 'draft'");
  }

  /**
   * Asks as many questions and says, for each answer that gave away too much, what it gave away.
   */
  List<String> ask(int questions, long seed) throws Exception {
    return ask(questions, seed, any -> true, false);
  }

  /**
   * Whether one of so many questions at such addresses gives something away; the first is enough.
   */
  boolean finds(int questions, long seed, Predicate<String> wanted) throws Exception {
    return !ask(questions, seed, wanted, true).isEmpty();
  }

  private List<String> ask(int questions, long seed, Predicate<String> wanted, boolean oneIsEnough)
      throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    List<Callable<List<String>>> clients = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      SplittableRandom random = new SplittableRandom(seed + client);
      clients.add(
          () -> {
            List<String> leaks = new ArrayList<>();
            for (int i = 0; i < questions / CLIENTS && !enough.get(); i++) {
              Someone someone = one(cast, random);
              Question question = question(random);
              if (wanted.test(question.path())) {
                leaks.addAll(leaks(someone, question));
                enough.compareAndSet(false, oneIsEnough && !leaks.isEmpty());
              }
            }
            return leaks;
          });
    }
    return Clients.together(clients).stream().flatMap(List::stream).toList();
  }

  private List<String> leaks(Someone someone, Question question) throws Exception {
    HttpRequest.Builder request = Clients.to(application.url(question.path()));
    if (someone.session() != null) {
      request.header("Cookie", "__Host-portolan=" + someone.session());
    }
    HttpResponse<byte[]> answer =
        Clients.HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    List<String> leaks = new ArrayList<>();
    String who = "person " + someone.id() + " " + question.path() + " -> ";
    if (answer.statusCode() >= 500) {
      leaks.add(who + answer.statusCode());
    }
    if (answer.statusCode() != 200) {
      return leaks;
    }
    LINKS.forEach(
        (secret, pattern) -> {
          Matcher record = pattern.matcher(question.path());
          if (record.find() && !visible(someone, secret, record.group(1))) {
            leaks.add(who + "an answer");
          }
        });
    if (PLATFORM.matcher(question.path()).matches() && !visible(someone, Secret.PLATFORM, "1")) {
      leaks.add(who + "an answer");
    }
    String text = text(answer);
    if (question.path().startsWith("/desk/exchange/export?kind=mandates")) {
      text.lines()
          .skip(1)
          .map(line -> mandatesInFiles.get(line.replaceAll("^((?:[^,]*,){3}[^,]*).*", "$1")))
          .filter(id -> id == null || !someone.visible().get(Secret.MANDATE).contains(id))
          .forEach(id -> leaks.add(who + "mandate " + id));
    }
    // what was asked for is said again: that gives nothing away
    String body = text.replace(word(question.path()), "");
    Matcher mark = MARK.matcher(body);
    while (mark.find()) {
      Secret secret = secret(mark.group(1).toUpperCase(java.util.Locale.ROOT).charAt(0));
      if (!visible(someone, secret, mark.group(2))) {
        leaks.add(who + mark.group());
      }
    }
    LINKS.forEach(
        (secret, pattern) -> {
          Matcher link = pattern.matcher(body);
          while (link.find()) {
            if (!visible(someone, secret, link.group(1))) {
              leaks.add(who + link.group());
            }
          }
        });
    Matcher total = TOTAL.matcher(body);
    if (question.counted() != null
        && total.find()
        && Long.parseLong(total.group(1)) > countable(someone, question.counted())) {
      leaks.add(who + "counts " + total.group(1));
    }
    return leaks;
  }

  private static boolean visible(Someone someone, Secret secret, String id) {
    return someone.visible().get(secret).contains(Long.parseLong(id));
  }

  /** What stands in an answer; in a workbook, what stands in all its parts. */
  private static String text(HttpResponse<byte[]> answer) throws IOException {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (!type.contains("spreadsheetml")) {
      return new String(answer.body(), StandardCharsets.UTF_8);
    }
    Path file = Files.createTempFile("peeping", ".xlsx");
    StringBuilder text = new StringBuilder();
    try {
      Files.write(file, answer.body());
      try (ZipFile parts = new ZipFile(file.toFile())) {
        for (ZipEntry part : Collections.list(parts.entries())) {
          text.append(
              new String(parts.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    } finally {
      Files.delete(file);
    }
    return text.toString();
  }

  /** What a list may count at most: what is published of a kind is for everybody. */
  private long countable(Someone someone, Secret counted) {
    return someone.visible().get(counted).size()
        + switch (counted) {
          case DRAFT_PRACTICE -> practices.size() - drafts();
          default -> 0;
        };
  }

  private long drafts() {
    try {
      return numbers("SELECT COUNT(*) FROM practice WHERE state = 'draft'").get(0);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String word(String path) {
    Matcher word = Pattern.compile("(?i)qmk[a-z]\\d+x").matcher(path);
    return word.find() ? word.group() : "no such word";
  }

  private static Secret secret(char letter) {
    for (Secret secret : Secret.values()) {
      if (secret.letter() == letter) {
        return secret;
      }
    }
    throw new IllegalArgumentException(String.valueOf(letter));
  }

  private Question question(SplittableRandom random) {
    String region = one(regions, random);
    String centre = one(centres, random);
    String q = URLEncoder.encode(searched(random), StandardCharsets.UTF_8);
    return switch (random.nextInt(37)) {
      case 0, 1 -> new Question("/desk/decisions", null);
      case 2 -> new Question("/applications/" + one(applications, random), null);
      case 3 -> new Question("/applications", null);
      case 4, 5 -> new Question("/desk/centre?state=draft", Secret.DESK_SESSION);
      case 6 -> new Question("/desk/centre?centre=" + centre, Secret.DESK_SESSION);
      case 7 -> new Question("/desk/centre/session/" + one(sessions, random), null);
      case 8, 9 -> new Question("/desk/practices?state=draft", Secret.DRAFT_PRACTICE);
      case 10 -> new Question("/desk/practices/" + one(practices, random), null);
      case 11, 12 -> new Question("/desk/mandates?state=current", Secret.MANDATE);
      case 13 ->
          new Question(
              "/desk/mandates?state="
                  + one(List.of("ending", "coming", "over"), random)
                  + "&office="
                  + one(List.of("coordinator", "editor", ""), random),
              Secret.MANDATE);
      case 14 -> new Question("/desk/mandates/" + one(mandates, random), null);
      case 15 ->
          new Question("/desk/people?words=" + one(List.of("", "a", "mat"), random), Secret.PERSON);
      case 16 -> new Question("/knowledge/" + one(practices, random), null);
      case 17 -> new Question("/knowledge?region=" + region, null);
      case 18 -> new Question("/calendar/session/" + one(sessions, random), null);
      case 19 ->
          new Question("/calendar/centre/" + centre + one(List.of("", ".ics"), random), null);
      case 20 -> new Question("/calendar/region/" + region + ".ics", null);
      case 21 -> new Question("/api/v1/sessions?limit=200&region=" + region, null);
      case 22 -> new Question("/api/v1/search?limit=50&q=" + q, null);
      case 23 -> new Question("/search?q=" + q, null);
      case 24 ->
          new Question("/api/v1/suggest?q=" + one(List.of("QMKP", "QMKS", "draft"), random), null);
      case 25 ->
          new Question(
              "/desk/persons?words="
                  + one(List.of("", "a", "mat"), random)
                  + "&member="
                  + one(List.of("", one(members, random)), random),
              Secret.PERSON);
      case 26 -> new Question("/desk/persons/" + somebody(random), null);
      case 27 -> new Question("/desk/people/invitations", null);
      case 28 -> new Question("/desk/exchange", null);
      case 29 ->
          new Question(
              "/desk/exchange/" + one(imports, random) + one(List.of("", "/report"), random), null);
      case 30, 31, 32 -> new Question(export(random), null);
      case 33 ->
          new Question(
              one(
                  List.of(
                      "/desk/people/requests",
                      "/desk/people/addresses",
                      "/desk/people/moves",
                      "/desk/people/competencies"),
                  random),
              null);
      case 34 ->
          new Question(
              "/desk/persons/"
                  + somebody(random)
                  + "/merge"
                  + one(List.of("", "?with=" + somebody(random)), random),
              null);
      case 35 ->
          new Question(
              one(
                  List.of(
                      "/desk/audit", "/desk/outbox", "/desk/sign-in-providers", "/desk/erasures"),
                  random),
              null);
      default ->
          new Question(
              one(
                  List.of("/regions/" + region, "/regions/body/" + centre, "/account", "/"),
                  random),
              null);
    };
  }

  private long somebody(SplittableRandom random) {
    return one(cast, random).id();
  }

  private String export(SplittableRandom random) {
    String extent =
        switch (random.nextInt(5)) {
          case 0 -> "platform:*";
          case 1, 2 -> "region:" + one(regions, random);
          default -> "member:" + one(members, random);
        };
    String kind = one(List.of("people", "people", "mandates", "members", "bodies"), random);
    boolean workbook = !kind.equals("mandates") && random.nextBoolean();
    return "/desk/exchange/export?kind="
        + kind
        + "&extent="
        + extent
        + "&format="
        + (workbook ? "xlsx" : "csv");
  }

  /** A word that only drafts have, or one that many things have. */
  private String searched(SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> "draft";
      case 1 -> "QMKS" + one(sessions, random) + "X";
      case 2 -> "valuation";
      default -> "training centre";
    };
  }

  private static <T> T one(List<T> of, SplittableRandom random) {
    return of.get(random.nextInt(of.size()));
  }

  private List<Long> numbers(String sql) throws SQLException {
    return texts(sql).stream().map(Long::valueOf).toList();
  }

  private List<String> texts(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      List<String> texts = new ArrayList<>();
      while (row.next()) {
        texts.add(row.getString(1));
      }
      return texts;
    }
  }
}
