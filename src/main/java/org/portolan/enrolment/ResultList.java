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
 */
public record ResultList(
    OfferedSession session,
    boolean over,
    List<ApplicationSummary> seated,
    Map<Long, CompletionResult> results) {

  /**
   * What is taken to be the result of one who had a seat until something else is said: in the end
   * all completed it who have none yet. In a standing edition each ends when they do.
   */
  public Optional<CompletionResult> likely(long person) {
    CompletionResult kept = results.get(person);
    return kept == null && !session.standing()
        ? Optional.of(CompletionResult.COMPLETED)
        : Optional.ofNullable(kept);
  }
}
