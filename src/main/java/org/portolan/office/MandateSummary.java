package org.portolan.office;

import java.time.Instant;
import java.time.LocalDate;
import org.portolan.platform.security.Scope;

/**
 * A mandate as pages show it to those who may see it.
 *
 * @param to its last day, or null
 * @param deputyFor the mandate that this one stands in for, or null
 * @param deputyOf name of the holder of that mandate, or null
 * @param readsUntil until when a former holder may still look, or null
 */
public record MandateSummary(
    long id,
    int version,
    Office office,
    Scope scope,
    long personId,
    String person,
    String email,
    LocalDate from,
    LocalDate to,
    Long deputyFor,
    String deputyOf,
    MandateState state,
    Instant readsUntil) {

  public boolean deputy() {
    return deputyFor != null;
  }
}
