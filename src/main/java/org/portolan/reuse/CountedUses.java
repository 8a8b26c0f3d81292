package org.portolan.reuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import org.portolan.knowledge.PracticeReuse;

/** Counts who used practices, for whoever copies them. */
@ApplicationScoped
class CountedUses implements PracticeReuse {
  @Inject private UseRepository uses;

  @Override
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public Map<Long, Integer> administrations(Collection<Long> practices) {
    return uses.administrations(practices);
  }
}
