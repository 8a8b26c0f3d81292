package org.portolan.competency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.portolan.people.MovesPerson;

/**
 * What somebody can do, and what they confirmed of others. Of what both accounts state the later
 * counts; a job that was chosen is kept.
 */
@ApplicationScoped
class MovesAttainments implements MovesPerson {
  @Inject private AttainmentRepository attainments;

  @Override
  public Set<String> columns() {
    return Set.of("attainment.person_id", "attainment.said_by", "person_job.person_id");
  }

  @Override
  public void move(long stays, long goes) {
    attainments.move(stays, goes);
  }
}
