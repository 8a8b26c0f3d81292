package org.portolan.drill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.portolan.platform.security.Token;
import org.portolan.seat.Group;
import org.portolan.seat.Hold;
import org.portolan.seat.Quota;
import org.portolan.seat.SeatRules;

/**
 * Few sessions with few seats, each with other rules, and many officers of few Members who want
 * them; two coordinators for each Member. Made straight in a database that has a world.
 *
 * @param officers those of one client together, in the order of the clients
 * @param coordinators cookies of their sign-ins, by Member
 */
record HotSessions(
    List<Long> sessions, List<Officer> officers, Map<String, List<String>> coordinators) {
  private static final int COORDINATORS = 2;
  private static final Duration HELD = Duration.ofSeconds(4);
  private static final Group EACH = new Group(Group.Kind.MEMBER, Group.EACH);

  /** Somebody who applies, with a personal token and the cookie of a sign-in. */
  record Officer(long person, String member, String token, String cookie) {}

  /**
   * @param like a session of a world, whose place and time they share
   */
  static HotSessions make(DataSource database, long like, int officers) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      Maker maker = new Maker(connection, like);
      HotSessions made =
          new HotSessions(maker.sessions(), maker.officers(officers), maker.coordinators());
      connection.commit();
      return made;
    }
  }

  /** Makes all of it in one transaction. */
  private static final class Maker {
    private final Connection connection;
    private final long like;
    private final List<String> members = new ArrayList<>();
    private final LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);

    Maker(Connection connection, long like) throws SQLException {
      this.connection = connection;
      this.like = like;
      try (PreparedStatement statement =
              connection.prepareStatement(
                  "SELECT code FROM member_state WHERE demo = 1 ORDER BY code LIMIT 4");
          ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          members.add(row.getString(1));
        }
      }
    }

    List<Long> sessions() throws SQLException {
      Instant starts = starts();
      SeatRules plain = SeatRules.plain(12, starts);
      Group first = new Group(Group.Kind.MEMBER, members.get(0));
      Instant held = Instant.ofEpochSecond(Instant.now().plus(HELD).getEpochSecond());
      return List.of(
          session("none", plain),
          session("none", rules(plain, 10, 0, 20, Duration.ZERO, new Quota(EACH, 4))),
          session("none", rules(plain, 8, 1, 30, Duration.ofHours(1), new Quota(EACH, 3))),
          // offers end while clients think about them
          session("none", rules(plain, 6, 0, 25, Duration.ofMillis(700), new Quota(first, 1))),
          session("coordinator", SeatRules.plain(6, starts)),
          session(
              "coordinator",
              holding(
                  rules(plain, 10, 2, 15, Duration.ofHours(1), new Quota(EACH, 4)),
                  new Hold(first, 5, held))));
    }

    private static SeatRules rules(
        SeatRules plain, int seats, int margin, int queue, Duration offer, Quota quota) {
      return new SeatRules(
          seats,
          margin,
          queue,
          offer,
          plain.quiet(),
          plain.starts(),
          true,
          List.of(quota),
          List.of());
    }

    private static SeatRules holding(SeatRules rules, Hold hold) {
      return new SeatRules(
          rules.capacity(),
          rules.margin(),
          rules.queue(),
          rules.offer(),
          rules.quiet(),
          rules.starts(),
          true,
          rules.quotas(),
          List.of(hold));
    }

    private Instant starts() throws SQLException {
      try (PreparedStatement statement =
          connection.prepareStatement("SELECT starts_at FROM training_session WHERE id = ?")) {
        statement.setLong(1, like);
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          return row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        }
      }
    }

    /** A published session whose ledger begins with these rules; its book is told from it. */
    private long session(String approval, SeatRules rules) throws SQLException {
      long session =
          insert(
              "INSERT INTO training_session (code, course_id, centre_code, region_code,"
                  + " theme_code, first_day, last_day, day_start, day_end, zone, starts_at,"
                  + " ends_at, venue, room, seats, languages, approval, online, state,"
                  + " sequence_number, updated_at, version) SELECT ?, course_id, centre_code,"
                  + " region_code, theme_code, first_day, last_day, day_start, day_end, zone,"
                  + " starts_at, ends_at, venue, room, ?, languages, ?, online, 'published', 0,"
                  + " updated_at, 1 FROM training_session WHERE id = ?",
              "DEMO-HOT-" + UUID.randomUUID().toString().substring(0, 8),
              rules.capacity(),
              approval,
              like);
      insert(
          "INSERT INTO seat_line (session_id, number, event, happened_at, detail)"
              + " VALUES (?, 1, 'rules', ?, ?)",
          session,
          now,
          rules.text());
      return session;
    }

    List<Officer> officers(int count) throws SQLException {
      List<Officer> officers = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        String member = members.get(i % members.size());
        long person = person(member);
        Token token = Token.random("portolan_");
        insert(
            "INSERT INTO api_token (token_hash, person_id, name, created_at, expires_at)"
                + " VALUES (?, ?, 'drill', ?, ?)",
            token.hash(),
            person,
            now,
            now.plusDays(1));
        officers.add(new Officer(person, member, token.secret(), signIn(person)));
      }
      return officers;
    }

    Map<String, List<String>> coordinators() throws SQLException {
      Map<String, List<String>> coordinators = new HashMap<>();
      for (String member : members) {
        List<String> cookies = new ArrayList<>();
        for (int i = 0; i < COORDINATORS; i++) {
          long person = person(member);
          insert(
              "INSERT INTO mandate (person_id, office, scope_kind, scope_code, from_day, starts_at,"
                  + " version) VALUES (?, 'coordinator', 'member', ?, '2020-01-01', '2020-01-01',"
                  + " 1)",
              person,
              member);
          cookies.add(signIn(person));
        }
        coordinators.put(member, cookies);
      }
      return coordinators;
    }

    private long person(String member) throws SQLException {
      String name = UUID.randomUUID().toString();
      return insert(
          "INSERT INTO person (code, given_name, family_name, email, member_code, language, post,"
              + " version) VALUES (?, 'Hot', ?, ?, ?, 'en', 'Inspector', 1)",
          "DEMO-H-" + name.substring(0, 18),
          name,
          name + "@demo.portolan.example",
          member);
    }

    private String signIn(long person) throws SQLException {
      Token token = Token.random("");
      insert(
          "INSERT INTO sign_in (token_hash, person_id, created_at, last_seen_at, proved_at,"
              + " expires_at, agent) VALUES (?, ?, ?, ?, ?, ?, '')",
          token.hash(),
          person,
          now,
          now,
          now,
          now.plusHours(4));
      return "__Host-portolan=" + token.secret();
    }

    private long insert(String sql, Object... values) throws SQLException {
      try (PreparedStatement statement =
          connection.prepareStatement(sql, PreparedStatement.RETURN_GENERATED_KEYS)) {
        for (int i = 0; i < values.length; i++) {
          statement.setObject(i + 1, values[i]);
        }
        statement.executeUpdate();
        try (ResultSet row = statement.getGeneratedKeys()) {
          return row.next() ? row.getLong(1) : 0;
        }
      }
    }
  }
}
