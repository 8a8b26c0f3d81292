package org.portolan.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.portolan.people.MergeConflict;
import org.portolan.people.MovesPerson;

/**
 * The offices that somebody holds and held. Two mandates of one office at once are for those who
 * appoint to settle, and nobody gives an office to another account to which they do not appoint.
 */
@ApplicationScoped
class MovesMandates implements MovesPerson {
  @Inject private Mandates mandates;

  @Override
  public Set<String> columns() {
    return Set.of("mandate.person_id");
  }

  @Override
  public List<MergeConflict> conflicts(long stays, long goes) {
    return mandates.againstMoving(stays, goes);
  }

  @Override
  public void move(long stays, long goes) {
    mandates.moveAll(stays, goes);
  }
}
