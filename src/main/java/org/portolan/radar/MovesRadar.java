package org.portolan.radar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.portolan.people.MovesPerson;

/** What somebody dismissed, proposed and answered for their office stays theirs. */
@ApplicationScoped
class MovesRadar implements MovesPerson {
  @Inject private DismissalRepository dismissals;
  @Inject private JointProposalRepository proposals;

  @Override
  public Set<String> columns() {
    return Set.of(
        "radar_dismissal.dismissed_by", "joint_proposal.proposed_by", "joint_answer.answered_by");
  }

  @Override
  public void move(long stays, long goes) {
    dismissals.move(stays, goes);
    proposals.move(stays, goes);
  }
}
