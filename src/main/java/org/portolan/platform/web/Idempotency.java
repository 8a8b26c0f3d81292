package org.portolan.platform.web;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Makes a write that is sent again safe. The answer is stored in the transaction of the write
 * itself: after a crash either both are there or neither is. Keys count per person and route and
 * live a day.
 */
@ApplicationScoped
public class Idempotency {
  private static final Duration LIFE = Duration.ofHours(24);
  private static final int LONGEST_KEY = 120;

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource dataSource;

  @Inject private Clock clock;

  /**
   * Does the work once per key. The same body again gets the stored answer, another body a problem
   * with status 422. Work that throws is not remembered.
   */
  @Transactional
  public Answer run(
      long personId, String route, String key, String bodyHash, Supplier<Answer> work) {
    if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
      throw new Problem(
          400,
          "idempotency-key",
          "An Idempotency-Key of 1 to " + LONGEST_KEY + " characters is needed",
          null);
    }
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (!reserve(personId, route, key, bodyHash, now)) {
      Stored stored = find(personId, route, key);
      if (stored.createdAt.isAfter(now.minus(LIFE))) {
        return stored.answerTo(bodyHash);
      }
    }
    Answer answer = work.get();
    store(personId, route, key, bodyHash, answer, now);
    return answer;
  }

  /**
   * Takes the key before the work begins: of two at once the second waits here for the first to
   * commit.
   */
  private boolean reserve(
      long personId, String route, String key, String bodyHash, LocalDateTime now) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO idempotency_key (person_id, route, idem_key, body_hash, status,"
                    + " answer, created_at) VALUES (?, ?, ?, ?, 0, '', ?)")) {
      insert.setLong(1, personId);
      insert.setString(2, route);
      insert.setString(3, key);
      insert.setString(4, bodyHash);
      insert.setObject(5, now);
      insert.executeUpdate();
      return true;
    } catch (SQLIntegrityConstraintViolationException taken) {
      return false;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Stored find(long personId, String route, String key) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT body_hash, status, answer, created_at FROM idempotency_key"
                    + " WHERE person_id = ? AND route = ? AND idem_key = ? FOR UPDATE")) {
      select.setLong(1, personId);
      select.setString(2, route);
      select.setString(3, key);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new Problem(409, "in-progress", "The same request is being answered", null);
        }
        return new Stored(
            row.getString(1),
            new Answer(row.getInt(2), row.getString(3)),
            row.getObject(4, LocalDateTime.class));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void store(
      long personId, String route, String key, String bodyHash, Answer answer, LocalDateTime now) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE idempotency_key SET body_hash = ?, status = ?, answer = ?, created_at = ?"
                    + " WHERE person_id = ? AND route = ? AND idem_key = ?")) {
      update.setString(1, bodyHash);
      update.setInt(2, answer.status());
      update.setString(3, answer.body());
      update.setObject(4, now);
      update.setLong(5, personId);
      update.setString(6, route);
      update.setString(7, key);
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What was answered: the status and the JSON text. */
  public record Answer(int status, String body) {}

  private record Stored(String bodyHash, Answer answer, LocalDateTime createdAt) {
    Answer answerTo(String sentHash) {
      if (!bodyHash.equals(sentHash)) {
        throw new Problem(
            422, "idempotency-key-reused", "This key was used for something else", null);
      }
      return answer;
    }
  }
}
