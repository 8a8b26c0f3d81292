package org.portolan.attendance.online;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import org.portolan.platform.retention.OldRows;

/** How sessions were joined that are over. */
@ApplicationScoped
class OldRooms extends OldRows {
  OldRooms() {
    super(
        "online-rooms",
        Period.ofDays(90),
        Period.ofDays(1),
        "DELETE FROM online_room WHERE session_id IN (SELECT id FROM training_session WHERE ends_at"
            + " < ?1)");
  }
}
