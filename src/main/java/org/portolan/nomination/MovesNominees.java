package org.portolan.nomination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.portolan.people.MovesPerson;

/** Officers on the lists of their administration, and lists that somebody handed in. */
@ApplicationScoped
class MovesNominees implements MovesPerson {
  @Inject private NominationRepository nominations;

  @Override
  public Set<String> columns() {
    return Set.of("nominee.person_id", "nomination.sent_by");
  }

  @Override
  public void move(long stays, long goes) {
    nominations.move(stays, goes);
  }
}
