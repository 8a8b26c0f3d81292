package org.portolan.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portolan.running.PackagedApplication;
import org.portolan.world.World;
import org.portolan.world.World.PersonalToken;

/**
 * Sixty-four people want ten seats at the same moment, on two nodes: ten get one, everybody else is
 * told why not, and the ledger tells the same.
 */
class SeatRaceIT {
  private static final int CLIENTS = 64;
  private static final int SEATS = 10;
  private static TwoNodes nodes;

  @BeforeAll
  static void start() {
    nodes = TwoNodes.shared();
  }

  @Test
  void withoutApprovalTheFirstTenApplicationsTakeTheSeats() throws Exception {
    int rounds = TwoNodes.count(2, 20);
    for (int round = 0; round < rounds; round++) {
      long session = session("none");
      List<Callable<HttpResponse<String>>> acts = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        int client = i;
        acts.add(() -> apply(client, session, nodes.world().tokens().get(client)));
      }
      List<HttpResponse<String>> answers = Clients.together(acts);

      assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(SEATS);
      assertThat(answers)
          .filteredOn(answer -> answer.statusCode() == 409)
          .hasSize(CLIENTS - SEATS)
          .allMatch(answer -> answer.body().contains("session-full"));
      assertLedgerAgrees(session);
    }
    System.out.println("Seat race, no approval: " + rounds + " rounds, " + SEATS + " seats each");
  }

  @Test
  void withApprovalTheFirstTenDecisionsOfTwoCoordinatorsGiveTheSeats() throws Exception {
    int rounds = TwoNodes.count(2, 20);
    String member = nodes.text("SELECT MIN(code) FROM member_state");
    List<PersonalToken> officers = officers(member);
    List<String> coordinators = List.of(coordinator(0, member), coordinator(1, member));
    for (int round = 0; round < rounds; round++) {
      long session = session("coordinator");
      List<Long> waiting = new ArrayList<>();
      for (PersonalToken officer : officers) {
        HttpResponse<String> answer = apply(0, session, officer);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        waiting.add(id(answer.body()));
      }
      List<Callable<HttpResponse<String>>> acts = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        int client = i;
        acts.add(() -> approve(client, coordinators.get(client % 2), waiting.get(client)));
      }
      List<HttpResponse<String>> answers = Clients.together(acts);

      assertThat(answers).filteredOn(answer -> answer.statusCode() == 302).hasSize(SEATS);
      assertThat(answers)
          .filteredOn(answer -> answer.statusCode() == 200)
          .hasSize(CLIENTS - SEATS)
          .allMatch(answer -> answer.body().contains("class=\"note err\""));
      assertLedgerAgrees(session);
    }
    System.out.println("Seat race, approvals: " + rounds + " rounds, " + SEATS + " seats each");
  }

  /**
   * More than a node has connections to its database: those who wait for the session have one each,
   * and whoever holds it must not wait for another.
   */
  @Test
  void oneNodeAloneAnswersThemAll() throws Exception {
    int rounds = TwoNodes.count(3, 20);
    for (int round = 0; round < rounds; round++) {
      long session = session("none");
      List<Callable<HttpResponse<String>>> acts = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        PersonalToken officer = nodes.world().tokens().get(i);
        acts.add(() -> apply(0, session, officer));
      }
      List<HttpResponse<String>> answers = Clients.together(acts);

      assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201, 409);
      assertLedgerAgrees(session);
    }
  }

  private static void assertLedgerAgrees(long session) throws SQLException {
    assertThat(nodes.number("SELECT taken FROM seat_book WHERE session_id = ?", session))
        .isEqualTo(SEATS);
    assertThat(
            nodes.number(
                "SELECT COUNT(*) FROM seat_line WHERE event = 'seated' AND session_id = ?",
                session))
        .isEqualTo(SEATS);
    assertThat(
            nodes.number(
                "SELECT COUNT(*) FROM application WHERE session_id = ? AND state = 'approved'",
                session))
        .isEqualTo(SEATS);
    assertThat(
            nodes.number(
                "SELECT COUNT(DISTINCT application_id) FROM seat_line WHERE event = 'seated'"
                    + " AND session_id = ?",
                session))
        .isEqualTo(SEATS);
  }

  private static HttpResponse<String> apply(int client, long session, PersonalToken token)
      throws Exception {
    return Clients.send(
        Clients.to(nodes.node(client).url("/api/v1/sessions/" + session + "/applications"))
            .header("Authorization", "Bearer " + token.secret())
            .header("Idempotency-Key", "race-" + session + "-" + token.personId())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"motivation\":\"Our post needs it\"}")));
  }

  private static HttpResponse<String> approve(int client, String cookie, long application)
      throws Exception {
    return Clients.send(
        Clients.to(nodes.node(client).url("/desk/decisions"))
            .header("Cookie", cookie)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("application=" + application + "&decision=approve")));
  }

  /** A new session with the seats of a race, otherwise like one of the world. */
  private static long session(String approval) throws SQLException {
    return nodes.insert(
        "INSERT INTO training_session (code, course_id, centre_code, region_code, theme_code,"
            + " first_day, last_day, day_start, day_end, zone, starts_at, ends_at, venue, room,"
            + " seats, languages, approval, online, state, sequence_number, updated_at, version)"
            + " SELECT ?, course_id, centre_code, region_code, theme_code, first_day, last_day,"
            + " day_start, day_end, zone, starts_at, ends_at, venue, room, ?, languages, ?, online,"
            + " 'published', 0, updated_at, 1 FROM training_session WHERE id = ?",
        "DEMO-RACE-" + UUID.randomUUID().toString().substring(0, 8),
        SEATS,
        approval,
        nodes.world().openSessions().get(0));
  }

  /** Sixty-four officers of one Member; two more decide for it. */
  private static List<PersonalToken> officers(String member) throws SQLException {
    List<PersonalToken> officers = nodes.world().tokens().subList(CLIENTS, 2 * CLIENTS);
    for (PersonalToken officer : officers) {
      nodes.insert("UPDATE person SET member_code = ? WHERE id = ?", member, officer.personId());
    }
    return officers;
  }

  /** Makes somebody a National Coordinator of the Member, signs them in, answers their cookie. */
  private static String coordinator(int which, String member) throws Exception {
    PersonalToken person = nodes.world().tokens().get(2 * CLIENTS + which);
    nodes.insert(
        "INSERT INTO mandate (person_id, office, scope_kind, scope_code, from_day, starts_at,"
            + " version) VALUES"
            + " (?, 'coordinator', 'member', ?, '2020-01-01', '2020-01-01', 1)",
        person.personId(),
        member);
    String email = nodes.text("SELECT email FROM person WHERE id = ?", person.personId());
    HttpResponse<String> answer =
        Clients.send(
            Clients.to(nodes.node(which).url("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString(
                        "signin=signin&jakarta.faces.ViewState=stateless&go=go&email="
                            + URLEncoder.encode(email, StandardCharsets.UTF_8)
                            + "&password="
                            + World.PASSWORD)));
    assertThat(answer.statusCode()).as("sign-in of %s", email).isEqualTo(302);
    return PackagedApplication.signInCookie(answer);
  }

  private static long id(String answer) {
    Matcher id = Pattern.compile("\"id\":(\\d+)").matcher(answer);
    assertThat(id.find()).as(answer).isTrue();
    return Long.parseLong(id.group(1));
  }
}
