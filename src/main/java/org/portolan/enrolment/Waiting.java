package org.portolan.enrolment;

import java.util.List;

/**
 * What waits for somebody's decision.
 *
 * @param shown some of it, the oldest first
 * @param total how much there is in all that the filter leaves
 * @param overdue of which the answer is late
 * @param sessions for which anything waits, whatever the filter; the most first
 * @param last number of the last change that is shown in them
 * @param members codes of the Members of those who wait, whatever the filter; empty for whoever
 *     decides for one Member only
 * @param instead codes of Members for which they decide as these have no National Coordinator
 */
public record Waiting(
    List<ApplicationSummary> shown,
    long total,
    long overdue,
    long last,
    List<ForSession> sessions,
    List<String> members,
    List<String> instead) {

  /** How many wait for a session. */
  public record ForSession(long id, String title, String language, long count) {}
}
