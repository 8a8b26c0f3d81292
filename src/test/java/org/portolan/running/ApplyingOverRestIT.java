package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portolan.platform.security.Token;

/** What programs send when they apply: again, too much, or without saying who they are. */
class ApplyingOverRestIT {
  private static final int AT_ONCE = 8;
  private static final String WISH = "{\"motivation\":\"Our post needs it\"}";

  private static TestDatabase database;
  private static PackagedApplication application;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @BeforeAll
  static void start() {
    database = TestDatabase.create("applying");
    application = PackagedApplication.start("applying", database.settings());
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void theSameRequestManyTimesAtOnceIsOneApplicationAndOneAnswer() throws Exception {
    for (int round = 0; round < 5; round++) {
      Token token = token();
      long session = openSession();
      String key = UUID.randomUUID().toString();
      List<Callable<HttpResponse<String>>> acts = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        acts.add(() -> apply(session, token, key, WISH));
      }
      ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
      List<Future<HttpResponse<String>>> answers = threads.invokeAll(acts);
      threads.shutdown();

      String first = answers.get(0).get().body();
      for (Future<HttpResponse<String>> answer : answers) {
        assertThat(answer.get().statusCode()).as(answer.get().body()).isEqualTo(201);
        assertThat(answer.get().body()).isEqualTo(first);
      }
      assertThat(
              number(
                  "SELECT COUNT(*) FROM application a JOIN api_token t ON t.person_id = a.person_id"
                      + " WHERE t.token_hash = ?",
                  token.hash()))
          .isEqualTo(1);
    }
  }

  @Test
  void whatIsTooLargeIsRefusedAsAProblem() throws Exception {
    String large = "{\"motivation\":\"" + "x".repeat(70_000) + "\"}";
    HttpResponse<String> answer =
        apply(openSession(), token(), UUID.randomUUID().toString(), large);

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(answer.body()).contains("\"type\":\"too-large\"");
  }

  @Test
  void aMotivationOfTenThousandCharactersIsRefusedAndSaysHowManyAreKept() throws Exception {
    String large = "{\"motivation\":\"" + "x".repeat(10_000) + "\"}";
    HttpResponse<String> answer =
        apply(openSession(), token(), UUID.randomUUID().toString(), large);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("\"type\":\"too-long\"", "At most 2000 characters");
  }

  @Test
  void whoDoesNotMeetTheConditionsIsToldWhichAndWhatWouldHelp() throws Exception {
    long session =
        number(
            "SELECT MIN(s.id) FROM training_session s JOIN course_prerequisite q"
                + " ON q.course_id = s.course_id WHERE s.state = ?"
                + " AND s.starts_at > UTC_TIMESTAMP()",
            "published");
    HttpResponse<String> answer = apply(session, token(), UUID.randomUUID().toString(), WISH);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    JsonObject problem = JsonParser.parseString(answer.body()).getAsJsonObject();
    assertThat(problem.get("type").getAsString()).isEqualTo("not-eligible");
    JsonObject missing = problem.getAsJsonArray("errors").get(0).getAsJsonObject();
    assertThat(missing.get("field").getAsString()).startsWith("course:DEMO-");
    assertThat(missing.get("message").getAsString()).isEqualTo("complete");
  }

  @Test
  void afterTheLastDayForApplicationsTheRefusalNamesIt() throws Exception {
    long session = openSession();
    database.update("UPDATE training_session SET closes_on = '2026-01-09' WHERE id = ?", session);
    try {
      HttpResponse<String> answer = apply(session, token(), UUID.randomUUID().toString(), WISH);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
      assertThat(answer.body())
          .contains("\"type\":\"closed\"", "Applications closed on 2026-01-09");
    } finally {
      database.update("UPDATE training_session SET closes_on = NULL WHERE id = ?", session);
    }
  }

  @Test
  void whoSendsItIsAskedBeforeItIsRead() throws Exception {
    HttpResponse<String> answer =
        http.send(
            to(openSession()).POST(BodyPublishers.ofString("x".repeat(70_000))).build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void whatIsNoJsonOrNothingIsRefusedAsAProblem() throws Exception {
    for (String body : List.of("", "{", "[]", "\"x\"", "\u0000")) {
      HttpResponse<String> answer =
          apply(openSession(), token(), UUID.randomUUID().toString(), body);
      assertThat(answer.statusCode()).as(body).isEqualTo(400);
      assertThat(answer.body()).contains("not-readable");
    }
  }

  private HttpResponse<String> apply(long session, Token token, String key, String body)
      throws Exception {
    return http.send(
        to(session)
            .header("Authorization", "Bearer " + token.secret())
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.Builder to(long session) {
    return HttpRequest.newBuilder(
            URI.create(application.url("/api/v1/sessions/" + session + "/applications")))
        .header("Content-Type", "application/json");
  }

  /** A personal token of somebody who has one no more than once and has applied for nothing. */
  private static Token token() throws SQLException {
    Token token = Token.random("portolan_");
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO api_token (token_hash, person_id, name, created_at, expires_at) SELECT ?, p.id,"
                    + " 'test', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) + INTERVAL 1 DAY FROM person p WHERE p.member_code IS NOT NULL AND"
                    + " p.id NOT IN (SELECT person_id FROM application) AND p.id NOT IN (SELECT"
                    + " person_id FROM api_token) ORDER BY p.id LIMIT 1")) {
      insert.setString(1, token.hash());
      assertThat(insert.executeUpdate()).isEqualTo(1);
    }
    return token;
  }

  private static long openSession() throws SQLException {
    return number(
        "SELECT MIN(s.id) FROM training_session s LEFT JOIN seat_book c ON c.session_id = s.id"
            + " WHERE s.state = 'published' AND s.starts_at > UTC_TIMESTAMP() + INTERVAL 30 DAY"
            + " AND s.seats - COALESCE(c.taken, 0) > 5"
            + AskingCourses.NONE
            + " AND s.approval <> ?",
        "unknown");
  }

  private static long number(String sql, String value) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, value);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
