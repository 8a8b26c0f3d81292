package org.portolan.people;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import org.portolan.platform.retention.OldRows;

/**
 * Requests for accounts on which nobody decided: who asked has no account with which they could
 * have them erased.
 */
@ApplicationScoped
class UndecidedRequests extends OldRows {
  UndecidedRequests() {
    super(
        "undecided-requests",
        Period.ofDays(180),
        Period.ofDays(30),
        "DELETE FROM account_request WHERE state = 'waiting' AND confirmed_at < ?1");
  }
}
