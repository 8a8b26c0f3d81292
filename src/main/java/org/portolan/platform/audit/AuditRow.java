package org.portolan.platform.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * An entry as its table holds it, and the one form in which marks and hashes are made of it: each
 * value with its length before it, so that no two contents look alike.
 *
 * @param actorId null for what nobody did
 * @param behindId the administrator who acted for the actor, or null
 * @param changes JSON
 * @param personal encrypted values, a line each
 * @param nonce of its own for each entry, so that a copy is known as one
 * @param mac the mark of the application over all of this
 */
record AuditRow(
    LocalDateTime happenedAt,
    Long actorId,
    Long behindId,
    String channel,
    String requestId,
    String action,
    String kind,
    String recordId,
    String scopeKind,
    String scopeCode,
    String changes,
    String personal,
    byte[] nonce,
    byte[] mac) {

  /** In the order of {@link #read}. */
  static final String COLUMNS =
      "happened_at, actor_id, behind_id, channel, request_id, action, kind, record_id, scope_kind,"
          + " scope_code, changes, personal, nonce, mac";

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");

  /**
   * @param first where {@link #COLUMNS} begin
   */
  static AuditRow read(ResultSet row, int first) throws SQLException {
    return new AuditRow(
        row.getObject(first, LocalDateTime.class),
        number(row, first + 1),
        number(row, first + 2),
        row.getString(first + 3),
        row.getString(first + 4),
        row.getString(first + 5),
        row.getString(first + 6),
        row.getString(first + 7),
        row.getString(first + 8),
        row.getString(first + 9),
        row.getString(first + 10),
        row.getString(first + 11),
        row.getBytes(first + 12),
        row.getBytes(first + 13));
  }

  private static Long number(ResultSet row, int column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }

  AuditRow marked(AuditKey key) {
    return new AuditRow(
        happenedAt,
        actorId,
        behindId,
        channel,
        requestId,
        action,
        kind,
        recordId,
        scopeKind,
        scopeCode,
        changes,
        personal,
        nonce,
        key.mark(content()));
  }

  /** Whether the application wrote this, and wrote it so. */
  boolean genuine(AuditKey key) {
    return AuditKey.same(mac, key.mark(content()));
  }

  /** The hash of this entry as the link after {@code previous}. */
  byte[] link(AuditKey key, byte[] previous, long seq, long id) {
    Content content = new Content();
    content.add(Long.toString(seq));
    content.add(Long.toString(id));
    content.add(content());
    content.add(mac);
    return key.link(previous, content.bytes());
  }

  private byte[] content() {
    Content content = new Content();
    content.add("1");
    content.add(MOMENT.format(happenedAt));
    content.add(actorId);
    content.add(behindId);
    content.add(channel);
    content.add(requestId);
    content.add(action);
    content.add(kind);
    content.add(recordId);
    content.add(scopeKind);
    content.add(scopeCode);
    content.add(changes);
    content.add(personal);
    content.add(nonce);
    return content.bytes();
  }

  /** Values one after the other, each after its length; a missing one has the length -1. */
  private static final class Content {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

    void add(Long number) {
      add(number == null ? null : Long.toString(number));
    }

    void add(String text) {
      add(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    void add(byte[] value) {
      bytes.writeBytes(
          ByteBuffer.allocate(Integer.BYTES).putInt(value == null ? -1 : value.length).array());
      if (value != null) {
        bytes.writeBytes(value);
      }
    }

    byte[] bytes() {
      return bytes.toByteArray();
    }
  }
}
