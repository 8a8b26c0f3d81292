package org.portolan.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.portolan.running.PackagedApplication;
import org.portolan.running.TestDatabase;
import org.portolan.world.World;
import org.portolan.world.World.PersonalToken;

/**
 * Whoever can write to the database and to the file with the head, but has not the key, changes
 * nothing of the sealed trail unseen.
 */
class AuditTamperIT {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String TABLES = "/db/migration/platform/V20261125_0420__platform_audit.sql";

  @Test
  void everyTamperingIsFound() throws Exception {
    long seed = Long.getLong("portolan.drill.seed", System.nanoTime());
    Random random = new Random(seed);
    TwoNodes nodes = TwoNodes.shared();
    act(nodes);
    TestDatabase database = TestDatabase.create("tampered");
    Path data = Path.of(System.getProperty("portolan.it.directory"), "tampered");
    TestDatabase.empty(data);
    int wanted = TwoNodes.count(50, 1_000);
    Map<Tampering, Integer> done = new EnumMap<>(Tampering.class);
    List<String> missed = new ArrayList<>();
    try (Connection connection = database.dataSource().getConnection()) {
      copy(nodes, connection, data);
      Trail trail = new Trail(connection, data.resolve("files/audit/head"));
      assertHolds(database, data);

      for (int i = 0; i < wanted; i++) {
        Tampering tampering = Tampering.values()[i % Tampering.values().length];
        String where = tampering.apply(trail, random);
        if (AuditVerify.run(database, data).holds()) {
          missed.add(tampering + " " + where);
        }
        done.merge(tampering, 1, Integer::sum);
        trail.restore();
        if (i % 25 == 0) {
          assertHolds(database, data);
        }
      }
      assertHolds(database, data);
    }
    System.out.printf(
        "Tampering: %d of %d found, seed %d, %s%n", wanted - missed.size(), wanted, seed, done);
    assertThat(missed).as("seed %d", seed).isEmpty();
  }

  private static void assertHolds(TestDatabase database, Path data) {
    AuditVerify verified = AuditVerify.run(database, data);
    assertThat(verified.said()).contains("The audit trail holds.").doesNotContain("note:");
    assertThat(verified.exit()).isZero();
  }

  /** Some hundred deeds: sign-ins, tokens with names, applications. */
  private static void act(TwoNodes nodes) throws Exception {
    List<PersonalToken> people = nodes.world().tokens();
    for (int i = 0; i < 8; i++) {
      String cookie = signIn(nodes, people.get(i));
      for (int each = 0; each < 3; each++) {
        HttpResponse<String> made =
            Clients.send(
                Clients.to(nodes.node(i).url("/account/tokens"))
                    .header("Cookie", cookie)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(
                        BodyPublishers.ofString(
                            "make=make&create=create&jakarta.faces.ViewState=stateless&name=Copy+"
                                + each)));
        assertThat(made.statusCode()).isLessThan(400);
      }
    }
    int applied = 0;
    for (int i = 0; applied < 100 && i < people.size(); i++) {
      HttpResponse<String> answer =
          Clients.send(
              Clients.to(
                      nodes
                          .node(i)
                          .url(
                              "/api/v1/sessions/"
                                  + nodes.world().openSessions().get(i % 3)
                                  + "/applications"))
                  .header("Authorization", "Bearer " + people.get(i).secret())
                  .header("Idempotency-Key", "tamper-" + i)
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString("{\"motivation\":\"Our post needs it\"}")));
      applied += answer.statusCode() == 201 ? 1 : 0;
    }
    Instant limit = Instant.now().plus(LIMIT);
    while (nodes.number("SELECT COUNT(*) FROM audit_entry WHERE seq IS NULL") > 0
        && Instant.now().isBefore(limit)) {
      Thread.sleep(100);
    }
    assertThat(nodes.number("SELECT COUNT(*) FROM audit_entry WHERE personal <> ''"))
        .as("entries with personal values")
        .isGreaterThanOrEqualTo(24);
    assertThat(nodes.number("SELECT number FROM audit_head")).as("sealed").isGreaterThan(50);
  }

  private static String signIn(TwoNodes nodes, PersonalToken person) throws Exception {
    String email = nodes.text("SELECT email FROM person WHERE id = ?", person.personId());
    HttpResponse<String> answer =
        Clients.send(
            Clients.to(nodes.node(0).url("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString(
                        "signin=signin&jakarta.faces.ViewState=stateless&go=go&email="
                            + java.net.URLEncoder.encode(email, StandardCharsets.UTF_8)
                            + "&password="
                            + World.PASSWORD)));
    assertThat(answer.statusCode()).as("sign-in of %s", email).isEqualTo(302);
    return PackagedApplication.signInCookie(answer);
  }

  private static void copy(TwoNodes nodes, Connection to, Path data) throws Exception {
    try (Statement statement = to.createStatement()) {
      for (String sql : tables().split(";", -1)) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
    }
    try (Connection from = nodes.database().dataSource().getConnection()) {
      Trail.copy(from, to);
    }
    Path head = data.resolve("files/audit/head");
    Files.createDirectories(head.getParent());
    Instant limit = Instant.now().plus(LIMIT);
    // a node that did not seal the last entry itself sees the head at its next turn
    do {
      Files.write(head, Files.readAllBytes(headOf("node-1")));
      if (Instant.now().isAfter(limit)) {
        return;
      }
      Thread.sleep(200);
    } while (!Files.readString(head).contains(" " + number(to) + " "));
  }

  private static Path headOf(String node) {
    return Path.of(System.getProperty("portolan.it.directory"), node, "files/audit/head");
  }

  private static long number(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        var row = statement.executeQuery("SELECT number FROM audit_head")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** As the application makes them, without the comments. */
  private static String tables() throws IOException {
    try (var in = AuditTamperIT.class.getResourceAsStream(TABLES)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
    }
  }
}
