package org.portolan.platform.mail;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.portolan.platform.persistence.Slice;

/**
 * The table of letters. A node claims a letter in a short transaction before it speaks to the mail
 * server and marks it afterwards in another; only the holder of the claim may mark it.
 */
final class Letters {
  private static final int LONGEST_ERROR = 500;
  private static final String FORGET_SECRET =
      "body_text = CASE WHEN secret THEN NULL ELSE body_text END,"
          + " body_html = CASE WHEN secret THEN NULL ELSE body_html END,"
          + " body_calendar = CASE WHEN secret THEN NULL ELSE body_calendar END";
  private static final String INSERT =
      "INSERT INTO mail_letter (message_id, kind, to_address, person_id, language, subject,"
          + " body_text, body_html, body_calendar, calendar_method, unsubscribe, secret, expires_at, state,"
          + " attempts, created_at, next_attempt_at)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)";
  private static final String BY_CLAIM = " WHERE id = ? AND claim = ?";

  /** By the names that the desk gives its columns. */
  private static final Map<String, String> ORDERS =
      Map.of("created", "created_at", "address", "to_address", "state", "state");

  private final DataSource database;

  Letters(DataSource database) {
    this.database = database;
  }

  long add(WrittenLetter letter) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(INSERT, Statement.RETURN_GENERATED_KEYS)) {
      set(insert, letter);
      insert.executeUpdate();
      try (ResultSet key = insert.getGeneratedKeys()) {
        key.next();
        return key.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Many at once; nobody asks for their numbers. */
  void addAll(Collection<WrittenLetter> letters) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (WrittenLetter letter : letters) {
        set(insert, letter);
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void set(PreparedStatement insert, WrittenLetter letter) throws SQLException {
    set(
        insert,
        letter.messageId(),
        letter.kind(),
        letter.address(),
        letter.personId(),
        letter.language(),
        letter.subject(),
        letter.text(),
        letter.html(),
        letter.calendar(),
        letter.calendarMethod(),
        letter.unsubscribe(),
        letter.secretUntil() != null,
        letter.secretUntil(),
        letter.state().code(),
        letter.createdAt(),
        letter.createdAt());
  }

  /** Takes letters that are due and that no other node has; each counts this as an attempt. */
  List<ClaimedLetter> claim(int most, Instant now, Duration life) throws SQLException {
    String claim = UUID.randomUUID().toString();
    Instant until = now.plus(life);
    try (Connection connection = database.getConnection()) {
      boolean auto = connection.getAutoCommit();
      connection.setAutoCommit(false);
      try {
        List<ClaimedLetter> due = due(connection, most, now, claim, until);
        if (!due.isEmpty()) {
          take(connection, due, claim, until);
        }
        connection.commit();
        return due;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(auto);
      }
    }
  }

  private static List<ClaimedLetter> due(
      Connection connection, int most, Instant now, String claim, Instant until)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, attempts, message_id, to_address, language, subject, body_text, body_html,"
                + " body_calendar, calendar_method, unsubscribe, created_at FROM mail_letter"
                + " WHERE state = 'waiting' AND next_attempt_at <= ?"
                + " AND (claimed_until IS NULL OR claimed_until <= ?)"
                + " AND (expires_at IS NULL OR expires_at > ?) AND body_text IS NOT NULL"
                + " ORDER BY next_attempt_at, id LIMIT ? FOR UPDATE SKIP LOCKED")) {
      set(select, now, now, now, most);
      List<ClaimedLetter> due = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          due.add(
              new ClaimedLetter(
                  row.getLong(1),
                  claim,
                  until,
                  row.getInt(2) + 1,
                  row.getString(3),
                  row.getString(4),
                  row.getString(5),
                  row.getString(6),
                  row.getString(7),
                  row.getString(8),
                  row.getString(9),
                  row.getString(10),
                  row.getString(11),
                  instant(row, 12)));
        }
      }
      return due;
    }
  }

  private static void take(
      Connection connection, List<ClaimedLetter> letters, String claim, Instant until)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE mail_letter SET claim = ?, claimed_until = ?, attempts = attempts + 1"
                + " WHERE id IN ("
                + places(letters.size())
                + ")")) {
      set(update, claim, until);
      for (int i = 0; i < letters.size(); i++) {
        update.setLong(i + 3, letters.get(i).id());
      }
      update.executeUpdate();
    }
  }

  void sent(ClaimedLetter letter, Instant now) throws SQLException {
    update(
        "UPDATE mail_letter SET state = 'sent', sent_at = ?, last_error = NULL, claim = NULL,"
            + " claimed_until = NULL, "
            + FORGET_SECRET
            + BY_CLAIM,
        now,
        letter.id(),
        letter.claim());
  }

  void bounced(ClaimedLetter letter, String why) throws SQLException {
    update(
        "UPDATE mail_letter SET state = 'bounced', last_error = ?, claim = NULL,"
            + " claimed_until = NULL, "
            + FORGET_SECRET
            + BY_CLAIM,
        OneLine.of(why, LONGEST_ERROR),
        letter.id(),
        letter.claim());
  }

  void failed(ClaimedLetter letter, String why) throws SQLException {
    update(
        "UPDATE mail_letter SET state = 'failed', last_error = ?, claim = NULL,"
            + " claimed_until = NULL"
            + BY_CLAIM,
        OneLine.of(why, LONGEST_ERROR),
        letter.id(),
        letter.claim());
  }

  void later(ClaimedLetter letter, String why, Instant next) throws SQLException {
    update(
        "UPDATE mail_letter SET last_error = ?, next_attempt_at = ?, claim = NULL,"
            + " claimed_until = NULL"
            + BY_CLAIM,
        OneLine.of(why, LONGEST_ERROR),
        next,
        letter.id(),
        letter.claim());
  }

  /** It was not tried after all: not its own fault, so no attempt of its own. */
  void giveBack(ClaimedLetter letter, String why) throws SQLException {
    update(
        "UPDATE mail_letter SET last_error = ?, attempts = attempts - 1, claim = NULL,"
            + " claimed_until = NULL"
            + BY_CLAIM,
        OneLine.of(why, LONGEST_ERROR),
        letter.id(),
        letter.claim());
  }

  /**
   * A letter came back after the mail server had taken it.
   *
   * @return false when no letter of ours has this number
   */
  boolean cameBack(String messageId, String why) throws SQLException {
    return update(
            "UPDATE mail_letter SET state = 'bounced', last_error = ?, "
                + FORGET_SECRET
                + " WHERE message_id = ?",
            OneLine.of(why, LONGEST_ERROR),
            messageId)
        > 0;
  }

  /** What opened something and does not any more is forgotten, and not sent any more. */
  int expire(Instant now) throws SQLException {
    return update(
        "UPDATE mail_letter SET body_text = NULL, body_html = NULL, body_calendar = NULL,"
            + " state = CASE WHEN state = 'waiting' THEN 'failed' ELSE state END"
            + " WHERE secret AND expires_at <= ? AND body_text IS NOT NULL"
            + " AND (claimed_until IS NULL OR claimed_until <= ?)",
        now,
        now);
  }

  /** Where no mail server is set any more, nothing waits for one. */
  int withholdWaiting() throws SQLException {
    return update("UPDATE mail_letter SET state = 'withheld' WHERE state = 'waiting'");
  }

  void takeBack(long id) {
    try {
      update(
          "UPDATE mail_letter SET body_text = NULL, body_html = NULL, body_calendar = NULL,"
              + " state = CASE WHEN state = 'waiting' THEN 'failed' ELSE state END WHERE id = ?",
          id);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void forget(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return;
    }
    try {
      update("DELETE FROM mail_letter WHERE id IN (" + places(ids.size()) + ")", ids.toArray());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  int forget(long personId, Collection<String> addresses) {
    List<Object> values = new ArrayList<>();
    values.add(personId);
    values.addAll(addresses);
    try {
      return update(
          "DELETE FROM mail_letter WHERE person_id = ?"
              + (addresses.isEmpty() ? "" : " OR to_address IN (" + places(addresses.size()) + ")"),
          values.toArray());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Puts a letter at the head of what waits; false when there is nothing to send of it. */
  boolean again(long id, LetterState state, Instant now) throws SQLException {
    return update(
            "UPDATE mail_letter SET state = ?, attempts = 0, next_attempt_at = ?, last_error = NULL"
                + " WHERE id = ? AND body_text IS NOT NULL"
                + " AND (expires_at IS NULL OR expires_at > ?)"
                + " AND (claimed_until IS NULL OR claimed_until <= ?)",
            state.code(),
            now,
            id,
            now,
            now)
        == 1;
  }

  Map<Long, LetterState> states(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT id, state FROM mail_letter WHERE id IN (" + places(ids.size()) + ")")) {
      set(select, ids.toArray());
      Map<Long, LetterState> states = new HashMap<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          states.put(row.getLong(1), LetterState.of(row.getString(2)).orElseThrow());
        }
      }
      return states;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  long count(LetterFilter filter) throws SQLException {
    List<Object> values = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT COUNT(*) FROM mail_letter" + filter.where(values))) {
      set(select, values.toArray());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Without their text: a list shows none. */
  List<PostedLetter> list(LetterFilter filter, Slice slice) throws SQLException {
    List<Object> values = new ArrayList<>();
    String where = filter.where(values);
    values.add(slice.size());
    values.add(slice.first());
    return read(
        "NULL", where + slice.order(ORDERS, "id desc") + " LIMIT ? OFFSET ?", values.toArray());
  }

  Optional<PostedLetter> find(long id) throws SQLException {
    return read("body_text", " WHERE id = ?", id).stream().findFirst();
  }

  private List<PostedLetter> read(String text, String rest, Object... values) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT id, message_id, kind, to_address, language, subject, "
                    + text
                    + ", body_text IS NOT NULL, secret, expires_at, state, attempts, created_at,"
                    + " next_attempt_at, sent_at, last_error FROM mail_letter"
                    + rest)) {
      set(select, values);
      List<PostedLetter> letters = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          letters.add(
              new PostedLetter(
                  row.getLong(1),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  row.getString(5),
                  row.getString(6),
                  row.getString(7),
                  row.getBoolean(8),
                  row.getBoolean(9),
                  instant(row, 10),
                  LetterState.of(row.getString(11)).orElseThrow(),
                  row.getInt(12),
                  instant(row, 13),
                  instant(row, 14),
                  instant(row, 15),
                  row.getString(16)));
        }
      }
      return letters;
    }
  }

  private int update(String sql, Object... values) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      set(update, values);
      return update.executeUpdate();
    }
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(
          i + 1,
          values[i] instanceof Instant moment
              ? LocalDateTime.ofInstant(moment, ZoneOffset.UTC)
              : values[i]);
    }
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    LocalDateTime moment = row.getObject(column, LocalDateTime.class);
    return moment == null ? null : moment.toInstant(ZoneOffset.UTC);
  }

  private static String places(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }
}
