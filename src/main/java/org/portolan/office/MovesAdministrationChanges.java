package org.portolan.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import org.portolan.people.MovesPerson;
import org.portolan.people.People;

/**
 * Changes of administration that somebody asked for or decided on. One waits at a time: where the
 * account that stays waits for one, or is there already, the other is taken back.
 */
@ApplicationScoped
class MovesAdministrationChanges implements MovesPerson {
  @Inject private AdministrationChangeRepository changes;
  @Inject private People people;
  @Inject private Clock clock;

  @Override
  public Set<String> columns() {
    return Set.of("administration_change.person_id", "administration_change.decided_by");
  }

  @Override
  public void move(long stays, long goes) {
    changes
        .findWaiting(goes)
        .ifPresent(
            change -> {
              changes.lock(change);
              if (change.waits() && needless(change, stays)) {
                change.takeBack(clock.instant());
              }
            });
    changes.moveAll(stays, goes);
  }

  private boolean needless(AdministrationChange change, long stays) {
    return changes.findWaiting(stays).isPresent()
        || change.toMember().equals(people.find(stays).orElseThrow().memberCode());
  }
}
