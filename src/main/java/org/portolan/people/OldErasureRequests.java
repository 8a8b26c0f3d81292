package org.portolan.people;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import org.portolan.platform.retention.OldRows;

/** Requests for erasure that were taken back or carried out. */
@ApplicationScoped
class OldErasureRequests extends OldRows {
  OldErasureRequests() {
    super(
        "erasure-requests",
        Period.ofYears(1),
        Period.ofDays(30),
        "DELETE FROM erasure_request WHERE ended_at < ?1");
  }
}
