package org.portolan.radar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.portolan.calendar.CoHosts;

/** A session that came of a joint edition is held by both centres that agreed to it. */
@ApplicationScoped
class CoHostsByProposal implements CoHosts {
  @Inject private JointProposalRepository proposals;

  @Override
  @Transactional
  public Optional<String> of(long sessionId) {
    return proposals.ofSession(sessionId).map(JointProposal::otherCentre);
  }
}
