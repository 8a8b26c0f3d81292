package org.portolan.finding.asked;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import org.portolan.platform.retention.OldRows;

/** Words that nobody searched for any more, with their counts. */
@ApplicationScoped
class OldWords extends OldRows {
  OldWords() {
    super(
        "search-words",
        Period.ofMonths(6),
        Period.ofDays(AskedDesk.DAYS),
        "DELETE FROM asked_words WHERE last_on < DATE(?1)");
  }
}
