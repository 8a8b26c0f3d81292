package org.portolan.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portolan.running.PackagedApplication;
import org.portolan.running.TestDatabase;

/** A generated world is one that the application itself could have made. */
class WorldIT {
  private static final Pattern NEXT =
      Pattern.compile("href=\"([^\"]*cursor=[^\"]*)\" rel=\"next\"");

  private static TestDatabase database;
  private static PackagedApplication application;
  private static World world;
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws Exception {
    database = TestDatabase.create("world");
    application = PackagedApplication.start("world", database.settings());
    world =
        new WorldGenerator(1, WorldSize.small(), LocalDate.now(ZoneOffset.UTC))
            .load(database.dataSource());
  }

  @AfterAll
  static void stop() {
    if (application != null) {
      application.close();
    }
  }

  @Test
  void seatsLedgerAndApplicationsAgree() throws Exception {
    assertThat(
            database.number(
                "SELECT COUNT(*) FROM seat_book c WHERE c.taken <> (SELECT COUNT(*)"
                    + " FROM application a WHERE a.session_id = c.session_id"
                    + " AND a.state = 'approved') OR c.line_count <> (SELECT COUNT(*)"
                    + " FROM seat_line e WHERE e.session_id = c.session_id)"))
        .isZero();
    assertThat(database.number("SELECT COUNT(*) FROM application"))
        .isGreaterThanOrEqualTo(world.size().applications());
    assertThat(
            database.number(
                "SELECT COUNT(*) FROM application a JOIN training_session s ON s.id ="
                    + " a.session_id WHERE a.applied_at > s.starts_at"))
        .isZero();
  }

  @Test
  void nothingIsBookedTwiceAtATime() throws Exception {
    assertThat(database.number("SELECT COUNT(*) FROM resource_booking")).isGreaterThan(400);
    assertThat(
            database.number(
                "SELECT COUNT(*) FROM booked_time a JOIN booked_time b ON b.resource_id ="
                    + " a.resource_id AND b.booking_id > a.booking_id AND b.until_at > a.from_at"
                    + " AND b.from_at < a.until_at"))
        .isZero();
  }

  @Test
  void whatTheWorldNamesIsThere() throws Exception {
    assertThat(get("/catalog/" + world.courseCode()).statusCode()).isEqualTo(200);
    assertThat(get("/calendar/centre/" + world.busyCentre() + ".ics").body())
        .contains("BEGIN:VEVENT");
    for (String word : world.commonWords().values()) {
      awaitFound(word);
    }
  }

  @Test
  void aTokenOfTheWorldAppliesForAnOpenSession() throws Exception {
    World.PersonalToken token = world.tokens().get(50);
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(
                    URI.create(
                        application.url(
                            "/api/v1/sessions/" + world.openSessions().get(0) + "/applications")))
                .header("Authorization", "Bearer " + token.secret())
                .header("Idempotency-Key", "world-1")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"motivation\":\"To learn\"}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(answer.body()).contains("\"approved\"");
  }

  @Test
  void anAgendaLongerThanAPageGoesOn() throws Exception {
    String centre = world.busyCentre();
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "INSERT INTO training_session (code, course_id, centre_code, region_code, theme_code,"
              + " first_day, last_day, day_start, day_end, zone, starts_at, ends_at, venue, room,"
              + " seats, languages, approval, online, state, sequence_number, updated_at, version)"
              + " SELECT CONCAT('DEMO-LONG-', UUID_SHORT()), s.course_id, s.centre_code,"
              + " s.region_code, s.theme_code, '2037-05-05', '2037-05-05', '09:00', '16:00',"
              + " s.zone, '2037-05-05 09:00', '2037-05-05 16:00', 'Hall', '-', 9, 'en', 'none', 0,"
              + " 'published', 0, s.updated_at, 0 FROM (SELECT * FROM training_session WHERE"
              + " centre_code = '"
              + centre
              + "' LIMIT 1) s CROSS JOIN (SELECT id FROM training_session LIMIT 205) t");
    }
    String page = get("/calendar/centre/" + centre).body();
    assertThat(rows(page)).isEqualTo(50);
    int rows = rows(page);
    for (Matcher next = NEXT.matcher(page); next.find(); next = NEXT.matcher(page)) {
      page = get(next.group(1).replace("&amp;", "&")).body();
      rows += rows(page);
    }
    assertThat(rows).isGreaterThan(205);
    assertThat(page)
        .contains("May 2037", "<a href=\"/calendar/centre/" + centre + "\">")
        .doesNotContain("rel=\"next\"");
  }

  private static int rows(String page) {
    return page.split("<li class=\"row dated\">", -1).length - 1;
  }

  private void awaitFound(String word) throws Exception {
    Instant limit = Instant.now().plus(Duration.ofSeconds(30));
    String body;
    do {
      body =
          get("/api/v1/search?limit=50&type=practice&q="
                  + URLEncoder.encode(word, StandardCharsets.UTF_8))
              .body();
    } while (!body.contains("DEMO-W-") && Instant.now().isBefore(limit));
    assertThat(body).contains("DEMO-W-");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(application.url(path))).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
