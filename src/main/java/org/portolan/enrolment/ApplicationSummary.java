package org.portolan.enrolment;

import java.time.Instant;
import org.portolan.approval.Again;
import org.portolan.approval.Ask;
import org.portolan.approval.Chain;
import org.portolan.approval.Word;
import org.portolan.seat.ApplicationState;

/**
 * An application in a list, with who it is from and what it is for.
 *
 * @param memberCode whose National Coordinator decides, or null
 * @param offeredUntil when an offered seat has to be taken, else null
 * @param chain along which it goes
 * @param ask who is asked while it waits, or again, else null
 * @param again who agreed and is asked again, else null
 * @param supervisor who leads the applicant, where they are asked, else null
 * @param post what the applicant does at home
 */
public record ApplicationSummary(
    long id,
    ApplicationState state,
    long personId,
    String person,
    String post,
    String memberCode,
    String motivation,
    String reason,
    Instant appliedAt,
    Instant dueAt,
    Instant offeredUntil,
    Chain chain,
    Ask ask,
    Again again,
    Supervisor supervisor,
    OfferedSession session) {

  Word word() {
    return new Word(ask, again);
  }

  public boolean overdue(Instant now) {
    return dueAt != null && dueAt.isBefore(now);
  }

  public boolean withdrawable(Instant now) {
    return state.alive()
        && !session.state().equals("cancelled")
        && now.isBefore(session.startsAt());
  }
}
