package org.portolan.people;

import java.util.List;
import java.util.Map;

/**
 * What can be said about one row of those who are to be invited.
 *
 * @param row its number, from 1
 * @param problems kinds of trouble by field; with any, the row cannot be invited
 * @param lookalikes of the same administration; with any, the coordinator decides
 */
public record InvitationAnswer(
    int row, NewOfficer officer, Map<String, String> problems, List<Lookalike> lookalikes) {
  public boolean good() {
    return problems.isEmpty() && lookalikes.isEmpty();
  }

  /** Whether it can be invited if the coordinator says that this is somebody else. */
  public boolean doubtful() {
    return problems.isEmpty() && !lookalikes.isEmpty();
  }
}
