package org.portolan.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.portolan.platform.persistence.JoinedDataSource;
import org.portolan.platform.web.Idempotency.Answer;
import org.portolan.platform.web.Idempotency.Sent;
import org.portolan.platform.web.Idempotency.Work;

/** The keys and what was answered to them, in the database. */
@ApplicationScoped
class IdempotencyKeys {
  private static final String BY_KEY = " WHERE person_id = ? AND route = ? AND idem_key = ?";

  @Inject private JoinedDataSource dataSource;

  /**
   * Does the work and stores its answer in one transaction, or gives the answer that is there.
   *
   * @param expired what was stored before is not an answer any more
   */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  <E extends Exception> Answer once(
      Sent sent, LocalDateTime now, LocalDateTime expired, Work<Answer, E> work) throws E {
    if (!reserve(sent, now)) {
      Optional<Stored> kept = stillKept(sent, expired);
      if (kept.isPresent()) {
        return kept.get().answerTo(sent.bodyHash());
      }
    }
    Answer answer = work.run();
    store(sent, answer, now);
    return answer;
  }

  /**
   * Takes the key before the work begins: of two at once the second waits here for the first to
   * commit.
   */
  private boolean reserve(Sent sent, LocalDateTime now) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO idempotency_key (person_id, route, idem_key, body_hash, status,"
                    + " answer, created_at) VALUES (?, ?, ?, ?, 0, '', ?)")) {
      setKey(insert, 1, sent);
      insert.setString(4, sent.bodyHash());
      insert.setObject(5, now);
      insert.executeUpdate();
      return true;
    } catch (SQLIntegrityConstraintViolationException taken) {
      return false;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The answer that is there, read without a lock: whoever was refused the key holds a shared one
   * already, and two of them that wanted more would wait for each other. Only an expired one is
   * locked, to be overwritten, and looked at again, as another may have done so first.
   */
  private Optional<Stored> stillKept(Sent sent, LocalDateTime expired) {
    Optional<Stored> read = find(sent, "").filter(stored -> stored.createdAt().isAfter(expired));
    return read.isPresent()
        ? read
        : find(sent, " FOR UPDATE").filter(stored -> stored.createdAt().isAfter(expired));
  }

  private Optional<Stored> find(Sent sent, String locking) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT body_hash, status, answer, created_at FROM idempotency_key"
                    + BY_KEY
                    + locking)) {
      setKey(select, 1, sent);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Stored(
                    row.getString(1),
                    new Answer(row.getInt(2), row.getString(3)),
                    row.getObject(4, LocalDateTime.class)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void store(Sent sent, Answer answer, LocalDateTime now) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE idempotency_key SET body_hash = ?, status = ?, answer = ?, created_at = ?"
                    + BY_KEY)) {
      update.setString(1, sent.bodyHash());
      update.setInt(2, answer.status());
      update.setString(3, answer.body());
      update.setObject(4, now);
      setKey(update, 5, sent);
      if (update.executeUpdate() != 1) {
        throw new IllegalStateException("the key that was taken is gone");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Those of these whose keys are there, however old. */
  Set<Sent> known(Collection<Sent> requests) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT person_id, route, idem_key FROM idempotency_key WHERE "
                    + String.join(
                        " OR ",
                        Collections.nCopies(
                            requests.size(), "(person_id = ? AND route = ? AND idem_key = ?)")))) {
      int at = 1;
      for (Sent sent : requests) {
        setKey(select, at, sent);
        at += 3;
      }
      Set<String> found = new HashSet<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(row.getLong(1) + " " + row.getString(2) + " " + row.getString(3));
        }
      }
      Set<Sent> known = new HashSet<>(requests);
      known.removeIf(
          sent -> !found.contains(sent.personId() + " " + sent.route() + " " + sent.key()));
      return known;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Stores answers whose keys are not there. */
  void keep(Map<Sent, Answer> answers, LocalDateTime now) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO idempotency_key (person_id, route, idem_key, body_hash, status,"
                    + " answer, created_at) VALUES "
                    + String.join(
                        ", ", Collections.nCopies(answers.size(), "(?, ?, ?, ?, ?, ?, ?)")))) {
      int at = 1;
      for (Map.Entry<Sent, Answer> each : answers.entrySet()) {
        setKey(insert, at, each.getKey());
        insert.setString(at + 3, each.getKey().bodyHash());
        insert.setInt(at + 4, each.getValue().status());
        insert.setString(at + 5, each.getValue().body());
        insert.setObject(at + 6, now);
        at += 7;
      }
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void forget(long personId) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("DELETE FROM idempotency_key WHERE person_id = ?")) {
      delete.setLong(1, personId);
      delete.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void setKey(PreparedStatement statement, int first, Sent sent)
      throws SQLException {
    statement.setLong(first, sent.personId());
    statement.setString(first + 1, sent.route());
    statement.setString(first + 2, sent.key());
  }

  private record Stored(String bodyHash, Answer answer, LocalDateTime createdAt) {
    private Answer answerTo(String sentHash) {
      if (!bodyHash.equals(sentHash)) {
        throw new Problem(
            422, "idempotency-key-reused", "This key was used for something else", null);
      }
      return answer;
    }
  }
}
