package org.portolan.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import org.portolan.platform.retention.OldRows;

/** Links by which nobody sets a new password any more. */
@ApplicationScoped
class SpentRecoveries extends OldRows {
  SpentRecoveries() {
    super(
        "links", Period.ofDays(1), Period.ofDays(1), "DELETE FROM recovery WHERE expires_at < ?1");
  }
}
