package org.portolan.platform.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.portolan.platform.persistence.JoinedDataSource;

/**
 * A key for each person whose values stand in the trail, made when the first does, kept wrapped.
 * Nothing is remembered outside a transaction: a key that was destroyed is gone on all nodes.
 */
@ApplicationScoped
public class PersonKeys {
  static final String DESTROYED = "audit.key-destroyed";
  private static final int BATCH = 500;

  @Inject private JoinedDataSource database;

  @Inject private AuditKeyring keyring;
  @Inject private AuditTrail trail;

  /** A key that is there. */
  record PersonKey(long id, byte[] secret) {}

  /**
   * Makes everything unreadable for good that the trail holds of a person, in the transaction of
   * the caller. The trail itself still holds, and says that this was done.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void destroy(long personId) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT id FROM audit_person_key WHERE person_id = ? FOR UPDATE");
        PreparedStatement delete =
            connection.prepareStatement("DELETE FROM audit_person_key WHERE person_id = ?")) {
      select.setLong(1, personId);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return;
        }
        trail.entry(DESTROYED, "person", personId).change("key", row.getLong(1), null).write();
      }
      delete.setLong(1, personId);
      delete.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The keys of these persons, in the transaction under way; what is missing is made. */
  Map<Long, PersonKey> toWrite(Collection<Long> personIds) throws SQLException {
    Map<Long, PersonKey> keys = new HashMap<>();
    // in one order everywhere, so that two writers cannot wait for each other
    List<Long> wanted = List.copyOf(new TreeSet<>(personIds));
    for (List<Long> batch : batches(wanted)) {
      keys.putAll(read("person_id", "person_id", batch));
    }
    List<Long> missing = wanted.stream().filter(person -> !keys.containsKey(person)).toList();
    for (List<Long> batch : batches(missing)) {
      make(batch);
      keys.putAll(read("person_id", "person_id", batch));
    }
    if (!keys.keySet().containsAll(wanted)) {
      throw new IllegalStateException("the trail cannot read the keys of some persons");
    }
    return keys;
  }

  /** Those of these keys that are still there, by their numbers. */
  Map<Long, PersonKey> toRead(Collection<Long> keyIds) throws SQLException {
    Map<Long, PersonKey> keys = new HashMap<>();
    for (List<Long> batch : batches(List.copyOf(new TreeSet<>(keyIds)))) {
      keys.putAll(read("id", "id", batch));
    }
    return keys;
  }

  private Map<Long, PersonKey> read(String by, String keyedBy, List<Long> batch)
      throws SQLException {
    AuditKey key = keyring.require();
    Map<Long, PersonKey> found = new HashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT id, person_id, wrapped FROM audit_person_key WHERE "
                    + by
                    + " IN ("
                    + String.join(", ", Collections.nCopies(batch.size(), "?"))
                    + ")")) {
      for (int i = 0; i < batch.size(); i++) {
        statement.setLong(i + 1, batch.get(i));
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          long id = row.getLong(1);
          long number = row.getLong(keyedBy);
          key.unwrap(row.getLong(2), row.getBytes(3))
              .ifPresent(secret -> found.put(number, new PersonKey(id, secret)));
        }
      }
    }
    return found;
  }

  /** Another may make the same key meanwhile: then that one counts. */
  private void make(List<Long> personIds) throws SQLException {
    AuditKey key = keyring.require();
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "INSERT INTO audit_person_key (person_id, wrapped) VALUES "
                    + String.join(", ", Collections.nCopies(personIds.size(), "(?, ?)"))
                    + " ON DUPLICATE KEY UPDATE person_id = VALUES(person_id)")) {
      int at = 0;
      for (long person : personIds) {
        statement.setLong(++at, person);
        statement.setBytes(++at, key.wrap(person, AuditKey.newPersonKey()));
      }
      statement.executeUpdate();
    }
  }

  private static List<List<Long>> batches(List<Long> all) {
    List<List<Long>> batches = new ArrayList<>();
    for (int from = 0; from < all.size(); from += BATCH) {
      batches.add(all.subList(from, Math.min(from + BATCH, all.size())));
    }
    return batches;
  }
}
