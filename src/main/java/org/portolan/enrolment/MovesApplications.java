package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.portolan.people.MergeConflict;
import org.portolan.people.MovesPerson;

/**
 * Applications of a person with their seats, and their decisions on others. There is one for each
 * person and session: where both stand, one is withdrawn first; where one stands it is kept, and
 * the other is from now on under the number that goes.
 */
@ApplicationScoped
class MovesApplications implements MovesPerson {
  @Inject private Enrolments enrolments;
  @Inject private ApplicationRepository applications;
  @Inject private WaitingLetterRows letters;

  @Override
  public Set<String> columns() {
    return Set.of(
        "application.person_id",
        "application.decided_by",
        "application_step.actor_id",
        "waiting_letter.person_id");
  }

  @Override
  public List<MergeConflict> conflicts(long stays, long goes) {
    return applications.listInTheWay(stays, goes).stream()
        .map(each -> new MergeConflict("application", each.id(), each.session()))
        .toList();
  }

  @Override
  public void move(long stays, long goes) {
    enrolments.moveAll(stays, goes);
    // what the other has read of stands for itself; at worst they are told once more
    letters.forget(Set.of(goes));
  }
}
