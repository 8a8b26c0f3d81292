package org.portolan.drill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Says in plain SQL what somebody may see of what is not for everybody. It knows the tables and the
 * rules as they are written for people, and shares nothing with the application.
 */
final class VisibilityOracle {
  /** Mandates that count for a person now; those that are over count while they may look. */
  private static final String HELD =
      "SELECT m.scope_code FROM mandate m LEFT JOIN mandate h ON h.id = m.deputy_for"
          + " WHERE m.person_id = %d AND m.office IN (%s) AND m.starts_at <= UTC_TIMESTAMP(6)"
          + " AND (m.ends_at IS NULL OR m.ends_at > UTC_TIMESTAMP(6)"
          + " OR m.reads_until > UTC_TIMESTAMP(6))"
          + " AND (m.deputy_for IS NULL OR h.ends_at IS NULL OR h.ends_at > UTC_TIMESTAMP(6))";

  private static final String WITHOUT_COORDINATOR =
      "NOT EXISTS (SELECT 1 FROM mandate c WHERE c.office = 'coordinator'"
          + " AND c.scope_code = s.code AND c.deputy_for IS NULL"
          + " AND c.starts_at <= UTC_TIMESTAMP(6)"
          + " AND (c.ends_at IS NULL OR c.ends_at > UTC_TIMESTAMP(6)))";

  private final DataSource database;

  /** What is not for everybody, and the letter by which its marks are known. */
  enum Secret {
    DRAFT_SESSION('S'),
    /** A session at the desk of its centre, whatever its state. */
    DESK_SESSION('D'),
    DRAFT_PRACTICE('P'),
    APPLICATION('A'),
    PERSON('H'),
    MANDATE('M'),
    INVITATION('V'),
    IMPORT('I'),
    /** Somebody asks for an account. */
    REQUEST('R'),
    /** Somebody wants another address, and the former one does not answer. */
    ADDRESS('C'),
    /** What only administrators read: the trail, the letters, the providers of sign-ins. */
    PLATFORM('Z');

    private final char letter;

    Secret(char letter) {
      this.letter = letter;
    }

    char letter() {
      return letter;
    }
  }

  VisibilityOracle(DataSource database) {
    this.database = database;
  }

  /** The numbers of the records of each kind that a person may see; 0 is a visitor. */
  Map<Secret, Set<Long>> visibleTo(long person) throws SQLException {
    Map<Secret, Set<Long>> visible = new EnumMap<>(Secret.class);
    boolean all = !numbers("SELECT 1 FROM (" + held(person, "'admin'") + ") a").isEmpty();
    boolean secretariat =
        !numbers("SELECT 1 FROM (" + held(person, "'secretariat'") + ") a").isEmpty();
    String centres = held(person, "'centre_director', 'centre_staff'");
    String editing = held(person, "'editor'");
    String regions =
        held(person, "'rocb_director', 'rocb_officer', 'vice_chair', 'vice_chair_officer'");
    String offices = held(person, "'rocb_director', 'rocb_officer'");
    String coordinated =
        "SELECT s.code FROM member_state s WHERE s.code IN ("
            + held(person, "'coordinator'")
            + ") OR s.region_code IN ("
            + held(person, "'fallback_approver'")
            + ") AND "
            + WITHOUT_COORDINATOR;
    // the centre of the session, its donor once asked until it ends before a seat; and the Regional
    // Office where nobody answered
    String asked =
        "(session_id IN (SELECT id FROM training_session WHERE centre_code IN ("
            + centres
            + ")) OR urgency = 'escalated' AND (asked IN ('supervisor', 'coordinator')"
            + " AND member_code IN (SELECT s.code FROM member_state s WHERE s.region_code IN ("
            + offices
            + ")) OR asked IN ('centre', 'donor') AND session_id IN (SELECT id FROM"
            + " training_session WHERE region_code IN ("
            + offices
            + "))) OR chain LIKE '%donor%' AND (asked = 'donor' OR asked IS NULL"
            + " AND state NOT IN ('refused', 'withdrawn')) AND session_id"
            + " IN (SELECT id FROM training_session WHERE donor_code IN ("
            + held(person, "'donor_officer'")
            + "))"
            // and what came of it those who answered, where their office could have
            + " OR id IN (SELECT t.application_id FROM application_step t WHERE t.actor_id = "
            + person
            + " AND t.approver IS NOT NULL) AND (member_code IN (SELECT s.code FROM member_state s"
            + " WHERE s.region_code IN ("
            + offices
            + ")) OR session_id IN (SELECT id FROM training_session WHERE region_code IN ("
            + offices
            + ") OR donor_code IN ("
            + held(person, "'donor_officer'")
            + "))))";
    String membersOfRegions =
        "SELECT s.code FROM member_state s WHERE s.region_code IN (" + regions + ")";

    visible.put(
        Secret.DRAFT_SESSION,
        numbers(
            "SELECT id FROM training_session WHERE state = 'draft' AND "
                + (all ? "1 = 1" : "centre_code IN (" + centres + ")")));
    visible.put(
        Secret.DESK_SESSION,
        numbers(
            "SELECT id FROM training_session WHERE "
                + (all ? "1 = 1" : "centre_code IN (" + centres + ")")));
    visible.put(
        Secret.DRAFT_PRACTICE,
        numbers(
            "SELECT id FROM practice WHERE state = 'draft' AND "
                + (all ? "1 = 1" : "region_code IN (" + editing + ")")));
    visible.put(
        Secret.APPLICATION,
        numbers(
            "SELECT id FROM application WHERE person_id = "
                + person
                + (all ? " OR 1 = 1" : " OR member_code IN (" + coordinated + ") OR " + asked)));
    visible.put(
        Secret.PERSON,
        numbers(
            "SELECT id FROM person WHERE id = "
                + person
                + (all || secretariat
                    ? " OR 1 = 1"
                    : " OR member_code IN ("
                        + coordinated
                        + ") OR member_code IN (SELECT s.code FROM member_state s"
                        + " WHERE s.region_code IN ("
                        + offices
                        + "))"
                        // whoever decides on an application reads who applied, wherever they are
                        // now
                        + " OR id IN (SELECT person_id FROM application WHERE member_code IN ("
                        + coordinated
                        + ") OR "
                        + asked
                        + ")")));
    visible.put(
        Secret.INVITATION,
        numbers(
            "SELECT id FROM invitation WHERE "
                + (all ? "1 = 1" : "member_code IN (" + coordinated + ")")));
    visible.put(
        Secret.REQUEST,
        numbers(
            "SELECT id FROM account_request WHERE "
                + (all ? "1 = 1" : "member_code IN (" + coordinated + ")")));
    visible.put(
        Secret.ADDRESS,
        numbers(
            "SELECT c.id FROM address_change c JOIN person p ON p.id = c.person_id WHERE "
                + (all
                    ? "1 = 1"
                    : "c.person_id = " + person + " OR p.member_code IN (" + coordinated + ")")));
    visible.put(
        Secret.IMPORT,
        numbers(
            "SELECT id FROM exchange_import WHERE " + (all ? "1 = 1" : "person_id = " + person)));
    visible.put(Secret.PLATFORM, all ? Set.of(1L) : Set.of());
    visible.put(
        Secret.MANDATE,
        numbers(
            "SELECT id FROM mandate WHERE person_id = "
                + person
                + (all || secretariat
                    ? " OR 1 = 1"
                    : " OR scope_kind = 'member' AND (scope_code IN ("
                        + coordinated
                        + ") OR scope_code IN ("
                        + membersOfRegions
                        + ")) OR scope_kind = 'centre' AND (scope_code IN ("
                        + centres
                        + ") OR scope_code IN (SELECT code FROM body WHERE region_code IN ("
                        + regions
                        + "))) OR scope_kind = 'body' AND scope_code IN"
                        + " (SELECT code FROM body WHERE region_code IN ("
                        + regions
                        // a donor's officers say who stands in for them
                        + ")) OR scope_kind = 'body' AND scope_code IN ("
                        + held(person, "'donor_officer'")
                        + ") OR scope_kind = 'region' AND scope_code IN ("
                        + regions
                        + ")")));
    return visible;
  }

  private static String held(long person, String offices) {
    return HELD.formatted(person, offices);
  }

  private Set<Long> numbers(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      Set<Long> numbers = new HashSet<>();
      while (row.next()) {
        numbers.add(row.getLong(1));
      }
      return numbers;
    }
  }
}
