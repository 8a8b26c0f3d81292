package org.portolan.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import org.portolan.platform.retention.OldRows;

/** Sign-ins that ended by themselves; who signs out leaves none. */
@ApplicationScoped
class EndedSignIns extends OldRows {
  EndedSignIns() {
    super(
        "sign-ins",
        Period.ofDays(1),
        Period.ofDays(1),
        "DELETE FROM sign_in WHERE expires_at < ?1");
  }
}
