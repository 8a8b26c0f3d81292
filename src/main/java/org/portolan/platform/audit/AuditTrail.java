package org.portolan.platform.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.portolan.platform.audit.PersonKeys.PersonKey;
import org.portolan.platform.persistence.JoinedDataSource;
import org.portolan.platform.security.CurrentPerson;

/**
 * Where features say what was done to a record, in the transaction that did it: what is rolled back
 * leaves no entry, what is committed always does.
 *
 * <pre>
 * audit.entry("mandate.appointed", "mandate", id)
 *     .scope(Scope.member("XS")).change("to", before, after)
 *     .personal(personId, "email", before, after).write();
 * </pre>
 */
@ApplicationScoped
public class AuditTrail {
  private static final int BATCH = 200;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ROW = "(" + String.join(", ", Collections.nCopies(14, "?")) + ")";

  @Inject private JoinedDataSource database;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

  @Inject private AuditKeyring keyring;
  @Inject private PersonKeys personKeys;
  @Inject private AuditReading reading;
  @Inject private AuditSealing sealing;
  @Inject private CurrentPerson me;
  @Inject private RequestMark request;
  @Inject private Clock clock;

  /**
   * Begins an entry.
   *
   * @param action the record's kind and what happened to it: {@code mandate.appointed}
   * @param kind of record, one word
   */
  public Deed entry(String action, String kind, long id) {
    return entry(action, kind, Long.toString(id));
  }

  /** The same for a record that has a code; the code must stay what it is for good. */
  public Deed entry(String action, String kind, String code) {
    return new Deed(this, action, kind, code);
  }

  /**
   * What was done to a record, the newest first; whether the reader may know is for the caller to
   * say.
   *
   * @param cursor as a page before gave it, or null
   */
  public AuditPage history(String kind, long id, String cursor, int size) {
    return history(kind, Long.toString(id), cursor, size);
  }

  /** The same for a record that has a code. */
  public AuditPage history(String kind, String code, String cursor, int size) {
    return reading.history(kind, code, cursor, size);
  }

  /** Who asks in this request, for what another does in their stead: {@link Deed#by(Actor)}. */
  public Actor asking() {
    return actor();
  }

  /** Adds many entries at once; for work on thousands of records. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void writeAll(Collection<Deed> deeds) {
    if (deeds.isEmpty()) {
      return;
    }
    AuditKey key = keyring.require();
    Actor actor = actor();
    LocalDateTime now =
        LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    try {
      Map<Long, PersonKey> keys = keys(deeds);
      List<AuditRow> rows =
          deeds.stream().map(deed -> row(deed, actor, now, keys).marked(key)).toList();
      for (int from = 0; from < rows.size(); from += BATCH) {
        insert(rows.subList(from, Math.min(from + BATCH, rows.size())));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    wakeAfterCommit();
  }

  private Map<Long, PersonKey> keys(Collection<Deed> deeds) throws SQLException {
    return personKeys.toWrite(
        deeds.stream()
            .flatMap(deed -> deed.personal().stream())
            .map(Deed.PersonalChange::personId)
            .collect(Collectors.toSet()));
  }

  private static AuditRow row(
      Deed deed, Actor actor, LocalDateTime now, Map<Long, PersonKey> keys) {
    byte[] nonce = nonce(now);
    String place = HexFormat.of().formatHex(nonce);
    List<EncryptedValue> personal = new ArrayList<>();
    for (Deed.PersonalChange each : deed.personal()) {
      PersonKey key = keys.get(each.personId());
      personal.add(
          EncryptedValue.of(each.personId(), key.id(), key.secret(), each.change(), place));
    }
    Actor who = deed.actor(actor);
    return new AuditRow(
        now,
        who.personId(),
        who.behindId(),
        who.channel(),
        who.request(),
        deed.action(),
        deed.kind(),
        deed.recordId(),
        deed.scope() == null ? null : deed.scope().kind().code(),
        deed.scope() == null ? null : deed.scope().code(),
        ChangesText.write(deed.changes()),
        EncryptedValue.write(personal),
        nonce,
        new byte[0]);
  }

  /** The moment first, so that the index over them grows at its end. */
  private static byte[] nonce(LocalDateTime now) {
    byte[] random = new byte[10];
    RANDOM.nextBytes(random);
    long millis = now.toInstant(ZoneOffset.UTC).toEpochMilli();
    return ByteBuffer.allocate(16)
        .putShort((short) (millis >>> 32))
        .putInt((int) millis)
        .put(random)
        .array();
  }

  private void insert(List<AuditRow> rows) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "INSERT INTO audit_entry ("
                    + AuditRow.COLUMNS
                    + ") VALUES "
                    + String.join(", ", Collections.nCopies(rows.size(), ROW)))) {
      int at = 0;
      for (AuditRow row : rows) {
        statement.setObject(++at, row.happenedAt());
        statement.setObject(++at, row.actorId(), Types.BIGINT);
        statement.setObject(++at, row.behindId(), Types.BIGINT);
        for (String text :
            new String[] {
              row.channel(),
              row.requestId(),
              row.action(),
              row.kind(),
              row.recordId(),
              row.scopeKind(),
              row.scopeCode(),
              row.changes(),
              row.personal()
            }) {
          statement.setString(++at, text);
        }
        statement.setBytes(++at, row.nonce());
        statement.setBytes(++at, row.mac());
      }
      statement.executeUpdate();
    }
  }

  /** Once for a transaction, however many entries it adds. */
  private void wakeAfterCommit() {
    if (transaction.getResource(AuditTrail.class) != null) {
      return;
    }
    transaction.putResource(AuditTrail.class, Boolean.TRUE);
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              sealing.wake();
            }
          }
        });
  }

  /** What no request asked for was done by nobody. */
  private Actor actor() {
    try {
      return Actor.of(me, request.text());
    } catch (ContextNotActiveException e) {
      return Actor.NOBODY;
    }
  }
}
