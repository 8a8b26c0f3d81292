package org.portolan.platform.web;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
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
  private static final int LONGEST_FORM = 40;

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource dataSource;

  @Inject private Clock clock;

  /**
   * Does the work once per key. The same body again gets the stored answer, another body a problem
   * with status 422. Work that throws is not remembered.
   */
  @Transactional(rollbackOn = Exception.class)
  public <E extends Exception> Answer run(
      long personId, String route, String key, String bodyHash, Work<Answer, E> work) throws E {
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
    Answer answer = work.run();
    store(personId, route, key, bodyHash, answer, now);
    return answer;
  }

  /**
   * Does what a form asks for once, however often the same form is sent with the same content: a
   * double click, a reload. Sent with other content, it asks for something else.
   *
   * @param form what the form was named when it was shown; without a name the work is just done
   */
  @Transactional(rollbackOn = Exception.class)
  public <E extends Exception> String once(
      long personId, String route, String form, Object content, Work<String, E> work) throws E {
    if (form == null || form.isBlank() || form.length() > LONGEST_FORM) {
      return work.run();
    }
    String hash = hash(content.toString());
    return run(personId, route, form + "." + hash, hash, () -> new Answer(201, work.run())).body();
  }

  /** What two bodies are told apart by. */
  public static String hash(String body) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
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

  /** What is to be done once. */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {
    T run() throws E;
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
