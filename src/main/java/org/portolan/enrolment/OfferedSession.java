package org.portolan.enrolment;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What somebody who applies or decides needs to know of a session.
 *
 * @param title of its course, in the reader's language where there is such a text
 * @param language in which the title is
 * @param centre name of the centre in the reader's language
 */
public record OfferedSession(
    long id,
    String code,
    String title,
    String language,
    String centre,
    LocalDate firstDay,
    LocalDate lastDay,
    String zone,
    Instant startsAt,
    int seats,
    int taken,
    boolean needsApproval,
    String state) {

  public int left() {
    return Math.max(0, seats - taken);
  }

  public boolean full() {
    return left() == 0;
  }

  public boolean cancelled() {
    return state.equals("cancelled");
  }

  public boolean open(Instant now) {
    return terms().open(now);
  }

  SessionTerms terms() {
    return new SessionTerms(id, state.equals("published"), needsApproval, startsAt);
  }
}
