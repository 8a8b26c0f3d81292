package org.portolan.administration;

import java.time.Instant;
import org.portolan.office.MandateSummary;
import org.portolan.office.Right;

/**
 * What somebody may do now, and why.
 *
 * @param mandate that it comes from
 * @param open whether the reader may look at that mandate
 */
public record RightWithReason(Right right, MandateSummary mandate, boolean open) {

  /**
   * Why in one word: by the office itself, as a deputy, for want of a coordinator, or as before.
   */
  public String origin() {
    if (right.readOnly()) {
      return "handed";
    }
    if (right.fallback()) {
      return "fallback";
    }
    return right.deputyOf() == null ? "office" : "deputy";
  }

  /** Until when a former holder may look, or null. */
  public Instant looksUntil() {
    return right.readOnly() ? mandate.readsUntil() : null;
  }
}
