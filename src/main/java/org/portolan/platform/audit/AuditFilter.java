package org.portolan.platform.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Which entries are asked for; what is null does not matter.
 *
 * @param actorId who did it, or the administrator behind them
 * @param action the whole of it, or its first part with a dot behind it: {@code application.}
 * @param from the first moment
 * @param to the first moment that does not count any more
 */
public record AuditFilter(
    Long actorId, String kind, String recordId, String action, Instant from, Instant to) {

  public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null);

  public static AuditFilter ofRecord(String kind, String recordId) {
    return new AuditFilter(null, kind, recordId, null, null, null);
  }

  /** Conditions, and what belongs into their question marks. */
  record Where(List<String> conditions, List<Object> values) {
    void add(String condition, Object... given) {
      conditions.add(condition);
      values.addAll(List.of(given));
    }
  }

  Where where() {
    Where where = new Where(new ArrayList<>(), new ArrayList<>());
    if (actorId != null) {
      where.add("(actor_id = ? OR behind_id = ?)", actorId, actorId);
    }
    if (kind != null) {
      where.add("kind = ?", kind);
    }
    if (recordId != null) {
      where.add("record_id = ?", recordId);
    }
    if (action != null && action.endsWith(".")) {
      // everything that begins so; the character after the dot is the slash
      where.add(
          "action >= ? AND action < ?", action, action.substring(0, action.length() - 1) + "/");
    } else if (action != null) {
      where.add("action = ?", action);
    }
    if (from != null) {
      where.add("happened_at >= ?", AuditReading.moment(from));
    }
    if (to != null) {
      where.add("happened_at < ?", AuditReading.moment(to));
    }
    return where;
  }
}
