package org.portolan.platform.audit;

import java.time.Instant;
import java.util.List;

/**
 * An entry of the trail as those read it who may.
 *
 * @param actorId null for a visitor and for what nobody asked for
 * @param behindId the administrator who acted for the actor, or null
 * @param channel how the actor came: {@code browser}, {@code token}, {@code visitor} or {@code
 *     system}
 * @param requestId the same for entries of one request, or null
 * @param sealed whether the entry is in the chain already
 */
public record AuditEntry(
    long id,
    Instant at,
    Long actorId,
    Long behindId,
    String channel,
    String requestId,
    String action,
    String kind,
    String recordId,
    String scopeKind,
    String scopeCode,
    boolean sealed,
    List<Change> changes,
    List<Personal> personal) {

  public AuditEntry {
    changes = List.copyOf(changes);
    personal = List.copyOf(personal);
  }

  /**
   * A value about a person.
   *
   * @param erased whether the person's key is gone, and with it before and after
   */
  public record Personal(long personId, Change change, boolean erased) {}
}
