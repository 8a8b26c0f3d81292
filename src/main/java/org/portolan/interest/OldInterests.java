package org.portolan.interest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import org.portolan.platform.retention.OldRows;

/** Interest in sessions whose days were never set, from when it was said. */
@ApplicationScoped
class OldInterests extends OldRows {
  OldInterests() {
    super(
        "interests",
        Period.ofYears(2),
        Period.ofDays(90),
        "DELETE FROM session_interest WHERE said_at < ?1");
  }
}
