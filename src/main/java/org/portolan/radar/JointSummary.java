package org.portolan.radar;

import java.time.Instant;
import java.util.List;

/**
 * A proposal of a joint edition as a desk shows it.
 *
 * @param drafts in the place of which it is; one that is gone is left out
 * @param session that came of it, or null
 * @param answers what the centres said, the lead first
 * @param mayAnswer codes of the centres for which whoever asks may answer now
 * @param mayWithdraw whether whoever asks may take it back
 * @param mayPart codes of the centres for which whoever asks may plan their draft again on its own
 */
public record JointSummary(
    long id,
    String regionCode,
    JointTerms terms,
    JointState state,
    Instant proposedAt,
    List<NamedSession> drafts,
    NamedSession session,
    List<Answer> answers,
    List<String> mayAnswer,
    boolean mayWithdraw,
    List<String> mayPart) {

  /**
   * What a centre said.
   *
   * @param agrees null where it has not answered
   */
  public record Answer(String centre, Boolean agrees, String reason, Instant at) {}

  public int seats() {
    return terms.leadSeats() + terms.otherSeats();
  }
}
