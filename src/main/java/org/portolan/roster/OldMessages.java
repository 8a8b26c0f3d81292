package org.portolan.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import org.portolan.platform.retention.OldRows;

/** What centres wrote to participants. */
@ApplicationScoped
class OldMessages extends OldRows {
  OldMessages() {
    super(
        "session-messages",
        Period.ofYears(1),
        Period.ofDays(30),
        "DELETE FROM session_message WHERE sent_at < ?1");
  }
}
