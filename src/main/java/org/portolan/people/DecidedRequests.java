package org.portolan.people;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import org.portolan.platform.retention.OldRows;

/** Requests for accounts on which somebody decided. */
@ApplicationScoped
class DecidedRequests extends OldRows {
  DecidedRequests() {
    super(
        "account-requests",
        Period.ofDays(180),
        Period.ofDays(30),
        "DELETE FROM account_request WHERE decided_at < ?1");
  }
}
