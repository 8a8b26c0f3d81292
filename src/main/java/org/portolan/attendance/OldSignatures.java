package org.portolan.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import org.portolan.platform.retention.OldRows;

/** Who signed an attendance. */
@ApplicationScoped
class OldSignatures extends OldRows {
  OldSignatures() {
    super(
        "attendance-signatures",
        Period.ofYears(5),
        Period.ofYears(1),
        "DELETE FROM attendance_signature WHERE signed_at < ?1");
  }
}
