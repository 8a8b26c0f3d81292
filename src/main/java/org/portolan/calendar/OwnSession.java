package org.portolan.calendar;

/**
 * A session as those see it who plan it.
 *
 * @param version of what is shown; a change is made to that version and no other
 */
public record OwnSession(SessionSummary summary, int version) {

  public SessionFacts facts() {
    return summary.facts();
  }
}
