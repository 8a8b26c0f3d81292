package org.portolan.radar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.portolan.calendar.JoinedDrafts;

/** Drafts in whose place two centres agreed on a session that they hold together. */
@ApplicationScoped
class DraftsOfJointEditions implements JoinedDrafts {
  @Inject private JointProposalRepository proposals;

  @Override
  @Transactional
  public Map<Long, String> of(Collection<Long> sessions) {
    Map<Long, String> pages = new TreeMap<>();
    for (JointProposal proposal : proposals.inWhosePlace(sessions)) {
      proposal.joined().stream()
          .filter(sessions::contains)
          .forEach(draft -> pages.put(draft, "/desk/joint-editions#p-" + proposal.id()));
    }
    return pages;
  }
}
