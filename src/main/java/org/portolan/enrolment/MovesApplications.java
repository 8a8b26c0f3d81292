package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.portolan.people.MergeConflict;
import org.portolan.people.MovesPerson;

/**
 * Applications of a person with their seats, and their decisions on others. There is one for each
 * person and session: one that stands is withdrawn first where the other account has one, and one
 * that does not stands on under the number it had.
 */
@ApplicationScoped
class MovesApplications implements MovesPerson {
  @Inject private EnrolmentService enrolment;
  @Inject private ApplicationRepository applications;

  @Override
  public Set<String> columns() {
    return Set.of("application.person_id", "application.decided_by", "application_step.actor_id");
  }

  @Override
  public List<MergeConflict> conflicts(long stays, long goes) {
    return applications.listInTheWay(stays, goes).stream()
        .map(each -> new MergeConflict("application", each.id(), each.session()))
        .toList();
  }

  @Override
  public void move(long stays, long goes) {
    enrolment.moveAll(stays, goes);
  }
}
