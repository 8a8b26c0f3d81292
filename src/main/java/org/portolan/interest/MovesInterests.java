package org.portolan.interest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.portolan.people.MovesPerson;

/** What both accounts of a person said is said once. */
@ApplicationScoped
class MovesInterests implements MovesPerson {
  @Inject private InterestRepository interests;

  @Override
  public Set<String> columns() {
    return Set.of("session_interest.person_id");
  }

  @Override
  public void move(long stays, long goes) {
    interests.move(stays, goes);
  }
}
