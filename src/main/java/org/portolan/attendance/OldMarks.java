package org.portolan.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import org.portolan.platform.retention.OldRows;

/** Who was there, counted from when it was noted. */
@ApplicationScoped
class OldMarks extends OldRows {
  OldMarks() {
    super(
        "attendance",
        Period.ofYears(5),
        Period.ofYears(1),
        "DELETE FROM attendance_mark WHERE received_at < ?1");
  }
}
