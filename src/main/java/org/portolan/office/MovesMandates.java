package org.portolan.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
  @Inject private MandateRepository mandates;
  @Inject private OfficePermissions permissions;
  @Inject private MandateTrail trail;
  @Inject private Clock clock;

  @Override
  public Set<String> columns() {
    return Set.of("mandate.person_id");
  }

  @Override
  public List<MergeConflict> conflicts(long stays, long goes) {
    Instant now = clock.instant();
    List<Mandate> others =
        mandates.listEverHeldBy(stays).stream().filter(each -> !each.overAt(now)).toList();
    List<MergeConflict> conflicts = new ArrayList<>();
    for (Mandate mandate : mandates.listEverHeldBy(goes)) {
      if (mandate.grantsFrom(now) && !permissions.mayAppoint(mandate.office(), mandate.scope())) {
        conflicts.add(new MergeConflict("office-beyond", mandate.id(), null));
      }
      if (!mandate.overAt(now)) {
        others.stream()
            .filter(other -> mandate.overlaps(other))
            .forEach(other -> conflicts.add(new MergeConflict("office", other.id(), null)));
      }
    }
    return conflicts;
  }

  /** Gives all of them away, over or not. */
  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public void move(long stays, long goes) {
    List<Mandate> held =
        mandates.listEverHeldBy(goes).stream()
            .sorted(
                Comparator.comparing((Mandate each) -> each.office().code())
                    .thenComparing(each -> each.scope().kind())
                    .thenComparing(each -> each.scope().code())
                    .thenComparing(Mandate::id))
            .toList();
    for (Mandate mandate : held) {
      mandates.lock(mandate.office(), mandate.scope());
      trail.tell("mandate.moved", mandate).change("person", goes, stays).write();
      mandate.moveTo(stays);
    }
    mandates.flush();
    held.forEach(trail::changed);
    if (!held.isEmpty()) {
      trail.changed(held.get(0), goes);
    }
  }
}
