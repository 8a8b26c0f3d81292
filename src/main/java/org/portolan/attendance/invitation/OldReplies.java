package org.portolan.attendance.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import org.portolan.platform.retention.OldRows;

/** Replies by mail from which nothing followed. */
@ApplicationScoped
class OldReplies extends OldRows {
  OldReplies() {
    super(
        "calendar-replies",
        Period.ofDays(90),
        Period.ofDays(7),
        "DELETE FROM calendar_reply WHERE received_at < ?1");
  }
}
