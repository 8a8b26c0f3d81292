package org.portolan.people;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import org.portolan.platform.retention.OldRows;

/** Requests for accounts whose address nobody confirmed in time. */
@ApplicationScoped
class UnconfirmedRequests extends OldRows {
  UnconfirmedRequests() {
    super(
        "unconfirmed-requests",
        Period.ofDays(1),
        Period.ofDays(1),
        "DELETE FROM account_request WHERE state = 'asked' AND expires_at < ?1");
  }
}
