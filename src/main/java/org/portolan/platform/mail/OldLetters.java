package org.portolan.platform.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import org.portolan.platform.retention.OldRows;

/** Letters that do not wait any more, counted from when they were written. */
@ApplicationScoped
class OldLetters extends OldRows {
  OldLetters() {
    super(
        "letters",
        Period.ofDays(180),
        Period.ofDays(30),
        "DELETE FROM mail_letter WHERE state <> 'waiting' AND created_at < ?1");
  }
}
