package org.portolan.office;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import org.portolan.platform.retention.OldRows;

/** Changes of administration that were decided on or taken back; those that wait are kept. */
@ApplicationScoped
class OldAdministrationChanges extends OldRows {
  OldAdministrationChanges() {
    super(
        "administration-changes",
        Period.ofYears(1),
        Period.ofDays(30),
        "DELETE FROM administration_change WHERE decided_at < ?1");
  }
}
