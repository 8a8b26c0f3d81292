package org.portolan.drill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.portolan.platform.security.Token;
import org.portolan.seat.Group;
import org.portolan.seat.Hold;
import org.portolan.seat.Quota;
import org.portolan.seat.SeatRules;

/**
 * Few sessions with few seats, each with other rules, and many officers of few Members who want
 * them; two coordinators for each Member, and two people of the centre that gives the sessions.
 * Made straight in a database that has a world.
 *
 * @param rules the first of each session, by its number
 * @param officers those of one client together, in the order of the clients
 * @param coordinators cookies of their sign-ins, by Member
 * @param centre cookies of those who plan the sessions
 * @param zone in which the centre says until when seats are held
 */
record HotSessions(
    Map<Long, SeatRules> rules,
    List<Officer> officers,
    Map<String, List<String>> coordinators,
    List<String> centre,
    ZoneId zone) {
  static final int PLANNERS = 2;
  private static final int COORDINATORS = 2;

  /** Two of one region, and two that are least developed. */
  private static final List<String> MEMBERS = List.of("XC", "XM", "XS", "XT");

  private static final List<String> GENDERS = List.of("female", "male", "");
  private static final Duration HELD = Duration.ofSeconds(4);
  private static final Group EACH = new Group(Group.Kind.MEMBER, Group.EACH);

  /** Somebody who applies, with a personal token and the cookie of a sign-in. */
  record Officer(long person, String member, String token, String cookie) {}

  List<Long> sessions() {
    return List.copyOf(rules.keySet());
  }

  /** Whether the form of a centre can give the rules of this session, which knows whole hours. */
  boolean ruled(long session) {
    SeatRules first = rules.get(session);
    return first.holds().isEmpty()
        && first.offer().equals(Duration.ofHours(first.offer().toHours()));
  }

  /** What the centre gives a session: its first rules again, or others. */
  List<SeatRules> choices(long session) {
    SeatRules first = rules.get(session);
    Instant until =
        first.starts().atZone(zone).toLocalDate().minusDays(1).atStartOfDay(zone).toInstant();
    return List.of(
        first,
        changed(first, 1, 0, 0, List.of()),
        changed(first, 0, 5, 2, List.of()),
        changed(first, 0, 0, -1, List.of()),
        changed(first, 1, 10, 1, List.of(new Hold(Group.LEAST_DEVELOPED, 2, until))));
  }

  private static SeatRules changed(
      SeatRules first, int margin, int queue, int most, List<Hold> holds) {
    return new SeatRules(
        first.capacity(),
        first.margin() + margin,
        first.queue() + queue,
        first.offer(),
        first.quiet(),
        first.starts(),
        true,
        first.quotas().stream()
            .map(quota -> new Quota(quota.group(), quota.most() + most))
            .toList(),
        holds);
  }

  /** Seats that the centre plans for a session: always enough for what its rules speak of. */
  List<Integer> seats(long session) {
    int first = rules.get(session).capacity();
    return List.of(first, first + 1, first + 3, first - 1);
  }

  /**
   * @param like a session of a world, whose place and time they share
   */
  static HotSessions make(DataSource database, long like, int officers) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      Maker maker = new Maker(connection, like);
      HotSessions made =
          new HotSessions(
              maker.sessions(),
              maker.officers(officers),
              maker.coordinators(),
              maker.centre(),
              maker.zone());
      connection.commit();
      return made;
    }
  }

  /** Makes all of it in one transaction. */
  private static final class Maker {
    private final Connection connection;
    private final long like;
    private final LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);

    Maker(Connection connection, long like) {
      this.connection = connection;
      this.like = like;
    }

    Map<Long, SeatRules> sessions() throws SQLException {
      SeatRules plain = SeatRules.plain(12, starts());
      Group first = new Group(Group.Kind.MEMBER, MEMBERS.get(0));
      Group region = new Group(Group.Kind.REGION, text("region_code", "XC"));
      Group subregion = new Group(Group.Kind.SUBREGION, text("subregion_code", "XS"));
      Group women = new Group(Group.Kind.GENDER, "female");
      Group men = new Group(Group.Kind.GENDER, "male");
      Duration hour = Duration.ofHours(1);
      Instant held = Instant.ofEpochSecond(Instant.now().plus(HELD).getEpochSecond());
      Map<Long, SeatRules> sessions = new TreeMap<>();
      add(sessions, "none", plain);
      add(
          sessions,
          "none",
          rules(plain, 10, 0, 20, Duration.ZERO, new Quota(EACH, 4), new Quota(men, 5)));
      add(sessions, "none", rules(plain, 8, 1, 30, hour, new Quota(EACH, 3), new Quota(women, 4)));
      // offers end while clients think about them
      add(sessions, "none", rules(plain, 6, 0, 25, Duration.ofMillis(700), new Quota(first, 1)));
      add(sessions, "coordinator", SeatRules.plain(6, plain.starts()));
      add(
          sessions,
          "coordinator",
          holding(rules(plain, 10, 2, 15, hour, new Quota(EACH, 4)), new Hold(first, 5, held)));
      add(
          sessions,
          "coordinator",
          rules(
              plain,
              10,
              1,
              20,
              hour,
              new Quota(region, 4),
              new Quota(subregion, 3),
              new Quota(Group.LEAST_DEVELOPED, 5)));
      return sessions;
    }

    private void add(Map<Long, SeatRules> sessions, String approval, SeatRules rules)
        throws SQLException {
      sessions.put(session(approval, rules), rules);
    }

    private static SeatRules rules(
        SeatRules plain, int seats, int margin, int queue, Duration offer, Quota... quotas) {
      return new SeatRules(
          seats,
          margin,
          queue,
          offer,
          plain.quiet(),
          plain.starts(),
          true,
          List.of(quotas),
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

    /** What is known of a Member. */
    private String text(String column, String member) throws SQLException {
      return one("SELECT " + column + " FROM member_state WHERE code = ?", member, String.class);
    }

    ZoneId zone() throws SQLException {
      return ZoneId.of(one("SELECT zone FROM training_session WHERE id = ?", like, String.class));
    }

    private <T> T one(String sql, Object key, Class<T> type) throws SQLException {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setObject(1, key);
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          return row.getObject(1, type);
        }
      }
    }

    private Instant starts() throws SQLException {
      return one("SELECT starts_at FROM training_session WHERE id = ?", like, LocalDateTime.class)
          .toInstant(ZoneOffset.UTC);
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
        String member = MEMBERS.get(i % MEMBERS.size());
        long person = person(member);
        profile(person, GENDERS.get(i / MEMBERS.size() % GENDERS.size()));
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
      for (String member : MEMBERS) {
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

    List<String> centre() throws SQLException {
      String code =
          one("SELECT centre_code FROM training_session WHERE id = ?", like, String.class);
      List<String> cookies = new ArrayList<>();
      for (int i = 0; i < PLANNERS; i++) {
        long person = person(MEMBERS.get(0));
        insert(
            "INSERT INTO mandate (person_id, office, scope_kind, scope_code, from_day, starts_at,"
                + " version) VALUES (?, 'centre_staff', 'centre', ?, '2020-01-01', '2020-01-01', 1)",
            person,
            code);
        cookies.add(signIn(person));
      }
      return cookies;
    }

    /** Some do not say who they are. */
    private void profile(long person, String gender) throws SQLException {
      if (!gender.isEmpty()) {
        insert(
            "INSERT INTO profile (person_id, grade, languages, supervisor_name, supervisor_email,"
                + " gender, zone, accessibility, name_public, version)"
                + " VALUES (?, '', '', '', '', ?, '', '', 0, 1)",
            person,
            gender);
      }
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
