package org.portolan.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import org.portolan.platform.retention.OldRows;

/** Changes of address, counted from when their links ended, whatever became of them. */
@ApplicationScoped
class OldAddressChanges extends OldRows {
  OldAddressChanges() {
    super(
        "address-changes",
        Period.ofDays(90),
        Period.ofDays(30),
        "DELETE FROM address_change WHERE expires_at < ?1");
  }
}
