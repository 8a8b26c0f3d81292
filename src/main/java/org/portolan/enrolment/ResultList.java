package org.portolan.enrolment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portolan.completion.CompletionResult;

/**
 * What a centre sees of the results of one of its sessions.
 *
 * @param over whether results may be kept
 * @param seated who had its seats
 * @param results by person, of those for whom there is one
 * @param attended by person, where the roll of the session is closed
 */
public record ResultList(
    OfferedSession session,
    boolean over,
    List<ApplicationSummary> seated,
    Map<Long, CompletionResult> results,
    Map<Long, KnownAttendance.Attended> attended) {

  /**
   * What is taken to be the result of one who had a seat until something else is said: in the end
   * all completed it who have none yet, or who were there enough where that is known. In a standing
   * edition each ends when they do.
   */
  public Optional<CompletionResult> likely(long person) {
    CompletionResult kept = results.get(person);
    return kept == null && !session.standing()
        ? Optional.of(byAttendance(attended.get(person)))
        : Optional.ofNullable(kept);
  }

  private static CompletionResult byAttendance(KnownAttendance.Attended attended) {
    if (attended == null || attended.enough()) {
      return CompletionResult.COMPLETED;
    }
    return attended.halves() == 0 ? CompletionResult.ABSENT : CompletionResult.NOT_COMPLETED;
  }
}
