package org.portolan.finding.asked;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import org.portolan.platform.retention.OldRows;

/** How often something was searched for on a day. */
@ApplicationScoped
class OldTallies extends OldRows {
  OldTallies() {
    super(
        "searches",
        Period.ofMonths(13),
        Period.ofDays(AskedDesk.DAYS),
        "DELETE FROM asked_tally WHERE asked_on < DATE(?1)");
  }
}
