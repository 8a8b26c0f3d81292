package org.portolan.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import org.portolan.platform.retention.OldRows;

/** Answers to requests that may be sent again, for the day in which that is safe. */
@ApplicationScoped
class OldAnswers extends OldRows {
  OldAnswers() {
    super(
        "answers",
        Period.ofDays(1),
        Period.ofDays(1),
        "DELETE FROM idempotency_key WHERE created_at < ?1");
  }
}
