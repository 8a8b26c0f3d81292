package org.portolan.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import org.portolan.platform.retention.OldRows;

/** Names of people without an account; that somebody was there stays as long as the marks. */
@ApplicationScoped
class OldGuests extends OldRows {
  OldGuests() {
    super(
        "attendance-guests",
        Period.ofYears(2),
        Period.ofDays(30),
        "DELETE FROM attendance_guest WHERE registered_at < ?1");
  }
}
